using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.Tabulating;
using Marten;
using Npgsql;
using Spectre.Console;

namespace FirearmsRegistry.Server.Demo;

/// <summary>Puts each published count beside the register's own, and the three variants beside what follows from the published counts.</summary>
internal sealed class DemoComparison(NpgsqlDataSource database, IQuerySession session, TimeProvider time)
{
    private readonly PublishedCounts _published = PublishedCounts.Load();

    /// <summary>Prints the table; true where every row is equal.</summary>
    public async Task<bool> PrintAsync(CancellationToken token)
    {
        var rows = await RowsAsync(token);
        var table = new Table { Border = TableBorder.Simple }
            .AddColumn("Spain 2020").AddColumn(new TableColumn("published").RightAligned())
            .AddColumn(new TableColumn("register").RightAligned()).AddColumn("");
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.Name), row.Published, row.Register, row.Published == row.Register ? "equal" : "DIFFERENT");
        AnsiConsole.Write(table);
        return rows.All(row => row.Published == row.Register);
    }

    public async Task<IReadOnlyList<ComparedRow>> RowsAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var now = time.GetUtcNow();
        var tallies = await ItemTallies.ReadAsync(connection, _published.Year, FigureIntake.Seized, null, token);
        var tables = IafqTables.Of(_published.Year, FigureIntake.Seized, tallies, now, now);
        var arms = await ArmTallies.ReadAsync(connection, _published.Year, FigureIntake.Seized, null, token);
        var inputs = FigureInputs.Of(arms, FigureIntake.Seized);
        var rows = new List<ComparedRow>
        {
            Row("Arms seized", _published.ArmsSeized, tables.Arms.Count),
            Row("Cases of seizure", _published.Cases, tables.Cases.Count),
            Row("Parts and components seized", _published.Parts, tables.Parts.Count),
            Row("Ammunition seized", _published.Ammunition, tables.Ammunition.Count),
        };
        foreach (var table in tables.Tables)
        {
            var published = PublishedOf(table.By);
            var own = table.Cells.ToDictionary(cell => cell.Category, cell => cell.Count);
            var categories = published.Keys.Union(own.Where(cell => cell.Value is not (0 or null)).Select(cell => cell.Key));
            rows.AddRange(categories.Select(category =>
                Row($"by {Codes.Of(table.By)}: {category}", published.GetValueOrDefault(category), own.GetValueOrDefault(category))));
        }

        rows.AddRange(await PersonsAsync(token));
        foreach (var variant in Enum.GetValues<IndicatorVariant>())
            rows.Add(FigureRow(variant, Figure.Of(DemoWords.Spain, _published.Year, FigureIntake.Seized, variant, inputs, now, now)));
        return rows;
    }

    private ComparedRow FigureRow(IndicatorVariant variant, Figure figure)
    {
        var published = _published.Figures[Codes.Of(variant)];
        return new ComparedRow($"SDG 16.4.2 {Codes.Of(variant)}", Text(published.Numerator, published.Denominator, published.Percent),
            Text(figure.Numerator, figure.Denominator, figure.Percent));
    }

    private async Task<IEnumerable<ComparedRow>> PersonsAsync(CancellationToken token)
    {
        var counts = await session.Query<ImportedCount>().Where(count => count.Year == _published.Year).ToListAsync(token);
        var bySex = counts.ToDictionary(count => Codes.Of(count.Subject.Sex), count => count.Value.TryGet(out var value) ? value : (long?)null);
        return _published.PersonsArrestedOrSuspected.Select(published =>
            Row($"Persons arrested or suspected: {published.Key}", published.Value, bySex.GetValueOrDefault(published.Key)));
    }

    private IReadOnlyDictionary<string, int> PublishedOf(IafqDimension by) => by switch
    {
        IafqDimension.Type => _published.ByType,
        IafqDimension.Marking => _published.ByMarking,
        IafqDimension.Location => _published.ByLocation,
        IafqDimension.Condition => _published.ByCondition,
        IafqDimension.LegalJustification => _published.ByLegalJustification,
        IafqDimension.SuspectedOffence => _published.BySuspectedOffence,
        IafqDimension.OutcomeLine => _published.ByOutcomeLine,
    };

    private static ComparedRow Row(string name, long published, long? register) => new(
        name, published.ToString("N0", CultureInfo.InvariantCulture), register?.ToString("N0", CultureInfo.InvariantCulture) ?? "not reported");

    private static string Text(long? numerator, long? denominator, decimal? percent) =>
        string.Create(CultureInfo.InvariantCulture, $"{numerator} / {denominator} = {percent:F2} %");
}

/// <summary>One row of the comparison.</summary>
internal sealed record ComparedRow(string Name, string Published, string Register);

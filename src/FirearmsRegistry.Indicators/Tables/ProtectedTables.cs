using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Suppressing;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Tables;

/// <summary>
/// Tables as the public may see them. What is handed out together is protected together: the tables of an intake share their total, another source may
/// count the same arms, and the figures of the arms are published. Where two sources say the same of one category, a reader takes it for one count.
/// </summary>
public static class ProtectedTables
{
    // An arm may be both, so that no sum binds the two; but all arms less a published denominator are those that are either.
    private static readonly string[] LeftOutOfFigures = [QuestionnaireTables.Antiques, QuestionnaireTables.Administrative];

    private static readonly Dictionary<string, string> Lines = OutcomeLines.All.ToDictionary(line => Codes.Of(line), line => line.Code());

    /// <summary>The tables of a year without small cells, and without as many more as would tell one.</summary>
    /// <param name="tables">All tables that are handed out together.</param>
    /// <param name="threshold">Counts from 1 to below this are small; at least 2.</param>
    /// <param name="figures">What the public knows from the figures of the year.</param>
    /// <exception cref="ArgumentException">A table that adds up does not.</exception>
    public static IReadOnlyList<QuestionnaireTables> Of(
        IReadOnlyList<QuestionnaireTables> tables, int threshold, params IReadOnlyList<FigureKnowledge> figures)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(figures);
        var hidden = tables.GroupBy(SubjectOf).ToDictionary(subject => subject.Key, subject => Hidden([.. subject], threshold, figures));
        return [.. tables.Select(one => Shown(one, hidden[SubjectOf(one)]))];
    }

    private static HashSet<string> Hidden(IReadOnlyList<QuestionnaireTables> tables, int threshold, IReadOnlyList<FigureKnowledge> figures)
    {
        var (cells, sums, elsewhere) = (new Dictionary<string, CountCell>(StringComparer.Ordinal), new Dictionary<string, CountSum>(StringComparer.Ordinal),
            new Dictionary<string, bool>(StringComparer.Ordinal));
        foreach (var (place, one) in tables.Index())
        {
            var total = one.Arms?.Count is null ? null : Cell(one, one.Arms);
            if (total is not null)
                cells[total.Id] = total;
            foreach (var table in one.Tables)
            {
                CountCell[] parts = [.. table.Cells.Where(cell => cell.Count is not null).Select(cell => Cell(one, table, cell))];
                foreach (var part in parts)
                    cells[part.Id] = part;
                if (total is not null && table.AddsUp && parts.Length > 0)
                    Put(new CountSum(total.Id, [.. parts.Select(part => part.Id)]));
            }

            if (figures.FirstOrDefault(figure => figure.Source == one.Source && figure.Intake == one.Intake && IsOfArms(one)) is { } known
                && LinesOf(one) is var lines && (lines.Count > 0 || known.HasTotalsByThemselves))
            {
                var joined = known.Join(lines, FormattableString.Invariant($"figures {place}"), total);
                foreach (var cell in joined.Cells)
                    cells.Add(cell.Id, cell);
                foreach (var sum in joined.Sums)
                    Put(sum);
                foreach (var (id, told) in joined.Elsewhere)
                    elsewhere.Add(id, told);
            }
        }

        return Suppression.Protect(new CountTable([.. cells.Values], [.. sums.Values]), threshold, elsewhere)
            .Where(cell => cell.Status is not CellStatus.Shown).Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);

        // Two sources that say the same twice say it once.
        void Put(CountSum sum) => sums.TryAdd($"{sum.Total}<{string.Join('|', sum.Parts.Order(StringComparer.Ordinal))}", sum);
    }

    private static QuestionnaireTables Shown(QuestionnaireTables one, HashSet<string> hidden)
    {
        return one with
        {
            Arms = one.Arms is null ? null : Shown(Cell(one, one.Arms), one.Arms),
            Tables = [.. one.Tables.Select(Table)],
        };

        QuestionnaireTable Table(QuestionnaireTable table)
        {
            TableCell[] shown = [.. table.Cells.Select(cell => Shown(Cell(one, table, cell), cell))];
            var tells = table.By == QuestionnaireTables.QuantityTable
                && shown.Any(cell => cell.Status is TableCellStatus.Suppressed && LeftOutOfFigures.Contains(cell.Category));
            return table with { Cells = tells ? [.. shown.Select(cell => LeftOutOfFigures.Contains(cell.Category) ? Suppressed(cell) : cell)] : shown };
        }

        TableCell Shown(CountCell counted, TableCell cell) => cell.Count is not null && hidden.Contains(counted.Id) ? Suppressed(cell) : cell;
    }

    private static TableCell Suppressed(TableCell cell) => cell with { Count = null, Status = TableCellStatus.Suppressed };

    /// <summary>The cells of the outcome lines; of the register, where all of them are there.</summary>
    private static Dictionary<OutcomeLine, CountCell> LinesOf(QuestionnaireTables one)
    {
        var table = one.Tables.FirstOrDefault(table => DimensionOf(one, table) == QuestionnaireTables.OutcomeTable);
        var lines = table is null ? [] : OutcomeLines.All
            .Select(line => (Line: line, Cell: table.Cells.FirstOrDefault(cell => cell.Count is not null && CategoryOf(table.By, cell.Category) == line.Code())))
            .Where(line => line.Cell is not null).ToDictionary(line => line.Line, line => Cell(one, table, line.Cell!));
        return one.Source != QuestionnaireTables.Register || lines.Count == OutcomeLines.All.Count ? lines : [];
    }

    /// <summary>Of what a set of tables is: the same for all sources.</summary>
    private static (FigureIntake, string) SubjectOf(QuestionnaireTables one) => (one.Intake, one.Arms is null && one.Source == QuestionnaireTables.Register
        ? "companion" : one.TotalName == QuestionnaireTables.All ? $"arms_{Codes.Of(one.Intake)}" : one.TotalName);

    private static bool IsOfArms(QuestionnaireTables one) => one.Arms is not null || one.Source != QuestionnaireTables.Register;

    private static CountCell Cell(QuestionnaireTables one, QuestionnaireTable table, TableCell cell) =>
        Cell($"{DimensionOf(one, table)}/{CategoryOf(table.By, cell.Category)}", cell.Count ?? 0);

    private static CountCell Cell(QuestionnaireTables one, TableCell total) => Cell(QuestionnaireTables.All, total.Count ?? 0);

    // Two sources that differ in a category know two counts of it; where they agree it is one.
    private static CountCell Cell(string name, long count) => new(string.Create(CultureInfo.InvariantCulture, $"{name}={count}"), count);

    /// <summary>A table of an imported indicator is named after both; the tracing table is the register's of the outcome lines.</summary>
    private static string DimensionOf(QuestionnaireTables one, QuestionnaireTable table)
    {
        var own = table.By.StartsWith($"{one.TotalName}_by_", StringComparison.Ordinal) ? table.By[(one.TotalName.Length + 4)..] : table.By;
        return own == QuestionnaireTables.TracingTable ? QuestionnaireTables.OutcomeTable : own;
    }

    private static string CategoryOf(string by, string category) =>
        by.EndsWith(QuestionnaireTables.TracingTable, StringComparison.Ordinal) ? Lines.GetValueOrDefault(category, category) : category;
}

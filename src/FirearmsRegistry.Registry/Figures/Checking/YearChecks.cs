using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Figures.TabulatingYears;
using FirearmsRegistry.Registry.Shared;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary>
/// Looks at a year as the questionnaire's workbook does, with the cases behind what does not fit: details against totals, intakes against
/// their breakdowns, one arm reported twice, legal bases that changed since the year was counted, traces that are pending too long.
/// Nothing is repaired here.
/// </summary>
internal sealed class YearChecks(
    NpgsqlDataSource database, IDocumentStore store, IPublishedVintages vintages, RegistryCountry country, TimeProvider time)
{
    /// <summary>Finds what does not fit.</summary>
    /// <param name="year">The year of the first physical intake, local date.</param>
    /// <param name="knownAt">
    /// The moment at which the year is or was counted. Legal bases are compared with those known now; null compares with the vintage of the year that
    /// is in force, or else with the moment of the stored figures. By what arms are alike is taken as it is known now.
    /// </param>
    /// <param name="token">Cancels.</param>
    /// <returns>The findings, in the order of <see cref="CheckKind"/>.</returns>
    public async Task<IReadOnlyList<CheckFinding>> FindAsync(int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var session = store.QuerySession();
        await using var connection = await database.OpenConnectionAsync(token);
        var imported = ImportedChecks.Of(await ImportedLines.ReadAsync(database, session, country.Code, year, knownAt, token));
        var sums = await OfSumsAsync(connection, year, knownAt, token);
        var twice = CaseChecks.OfDuplicates(await SuspectedDuplicates.ReadAsync(connection, year, knownAt, token));
        var bases = CaseChecks.OfLegalBases(await ChangedLegalBases.ReadAsync(connection,
            knownAt ?? await vintages.CountedAtAsync(year, token) ?? await ChangedLegalBases.LastStoredAsync(session, year, token), year, token));
        var pending = CaseChecks.OfPendingTraces(
            await PendingTraces.ReadAsync(connection, session, year, knownAt, token), knownAt ?? time.GetUtcNow());
        return [.. imported.Concat(sums).Concat(twice).Concat(bases).Concat(pending).OrderBy(finding => finding.Kind)];
    }

    private static async Task<IReadOnlyList<CheckFinding>> OfSumsAsync(
        NpgsqlConnection connection, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        var findings = new List<CheckFinding>();
        foreach (var intake in Enum.GetValues<Intake>())
        {
            var tallies = await ItemTallies.ReadAsync(connection, year, intake.Alone(), knownAt, token);
            var tables = IafqTables.Of(year, intake.Alone(), tallies, default, default);
            if (tables.Status == TablesStatus.NotReported)
                return findings;
            var outcomes = OutcomeCounts.FromTallies(tables.Tables.Single(table => table.By == IafqDimension.OutcomeLine).Cells
                .Where(cell => cell.Category != IafqTables.Undecided)
                .Select(cell => KeyValuePair.Create(OutcomeLines.Parse(cell.Category), cell.Count ?? 0)));
            var undecided = await UndecidedAsync(connection, year, intake.Alone(), knownAt, token);
            findings.AddRange(TableChecks.OfOutcomes(intake, outcomes));
            findings.AddRange(TableChecks.OfBreakdowns(intake, tables.Arms.Count, outcomes,
                [.. tables.Tables.Where(table => table.By != IafqDimension.OutcomeLine).Select(Breakdown)])
                .Select(finding => finding.Where.EndsWith(" by outcome_line", StringComparison.Ordinal) ? finding with { Items = undecided } : finding));
        }

        return findings;
    }

    private static Breakdown Breakdown(IafqTable table) =>
        new(Codes.Of(table.By), table.AddsUp, table.Cells.ToDictionary(cell => cell.Category, cell => cell.Count));

    private static async Task<IReadOnlyList<Guid>> UndecidedAsync(
        NpgsqlConnection connection, int year, FigureIntake intake, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select item_id from registry.item_fact
            where year = $1 and {KnownFacts.Of(intake)} and {KnownFacts.At(knownAt)} and item_kind = 'firearm' and duplicate_of is null and line is null
            order by item_id
            """, connection);
        KnownFacts.Add(command.Parameters, year, intake, knownAt);
        return await KnownFacts.IdsAsync(command, token);
    }
}

using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using Marten;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary>The checks of counts that no case record here stands behind: they have no items, and are repaired at their source.</summary>
internal static class ImportedChecks
{
    public static async Task<IReadOnlyList<CheckFinding>> FindAsync(
        IQuerySession session, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        var counts = await ImportedYear.ReadAsync(session, year, knownAt, token);
        return Of([.. counts.Select(count => new ImportedLine(count.Subject.Indicator.ToString(), count.Subject.Dimension.ToString(),
            count.Subject.Category.ToString(), count.Value.TryGet(out var value) ? value : null))]);
    }

    /// <summary>Details against totals and breakdowns against arms, for each intake that has any.</summary>
    internal static IReadOnlyList<CheckFinding> Of(IReadOnlyList<ImportedLine> lines) =>
        [.. Enum.GetValues<Intake>().SelectMany(intake => Of(intake, lines.Where(line => line.Indicator == $"arms_{Codes.Of(intake)}").ToArray()))
            .Select(finding => finding with { Where = $"imported {finding.Where}" })];

    private static IEnumerable<CheckFinding> Of(Intake intake, ImportedLine[] lines)
    {
        var outcomes = UnodcTables.Counts(lines.Where(line => line.Dimension == UnodcTables.Tracing)
            .ToDictionary(line => line.Category, line => line.Count));
        var arms = lines.FirstOrDefault(line => line is { Dimension: "total", Category: "total" })?.Count;
        var breakdowns = lines.Where(line => line.Dimension is not ("total" or UnodcTables.Tracing) && line.Category != "total")
            .GroupBy(line => line.Dimension)
            .Select(by => new Breakdown(by.Key, by.Key != "suspected_offence", by.ToDictionary(line => line.Category, line => line.Count)));
        return TableChecks.OfOutcomes(intake, outcomes).Concat(TableChecks.OfBreakdowns(intake, arms, outcomes, [.. breakdowns]));
    }
}

/// <summary>One imported count of arms; null is not reported.</summary>
internal sealed record ImportedLine(string Indicator, string Dimension, string Category, long? Count);

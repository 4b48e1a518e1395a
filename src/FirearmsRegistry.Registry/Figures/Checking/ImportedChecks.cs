using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.TabulatingYears;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary>The checks of counts that no case record here stands behind: they have no items, and are repaired at their source.</summary>
internal static class ImportedChecks
{
    /// <summary>Details against totals and breakdowns against arms, for each source and intake that has any; what is contested is in no sum.</summary>
    public static IReadOnlyList<CheckFinding> Of(IReadOnlyList<ImportedYearCount> counts) =>
        [.. counts.Where(count => count is { Variant: 0, Sex: CountedSex.Total }).GroupBy(count => count.Source).OrderBy(source => source.Key, StringComparer.Ordinal)
            .SelectMany(source => Enum.GetValues<Intake>()
                .SelectMany(intake => Of(intake, [.. source.Where(count => count.Indicator == $"arms_{Codes.Of(intake)}")]))
                .Select(finding => finding with { Where = $"{finding.Where}, {source.Key}" }))];

    private static IEnumerable<CheckFinding> Of(Intake intake, IReadOnlyList<ImportedYearCount> counts)
    {
        var outcomes = UnodcTables.Counts(counts.Where(count => count.Dimension == UnodcTables.Tracing)
            .ToDictionary(count => count.Category, Value));
        var arms = counts.FirstOrDefault(count => count is { Dimension: "total", Category: "total" }) is { } total ? Value(total) : null;
        var breakdowns = counts.Where(count => count.Dimension is not ("total" or UnodcTables.Tracing) && count.Category != "total")
            .GroupBy(count => count.Dimension)
            .Select(by => new Breakdown(by.Key, by.Key != "suspected_offence", by.ToDictionary(count => count.Category, Value)));
        return TableChecks.OfOutcomes(intake, outcomes).Concat(TableChecks.OfBreakdowns(intake, arms, outcomes, [.. breakdowns]));
    }

    private static long? Value(ImportedYearCount count) => count.Value.TryGet(out var value) ? value : null;
}

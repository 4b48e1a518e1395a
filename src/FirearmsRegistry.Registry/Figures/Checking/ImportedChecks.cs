using System.Globalization;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.TabulatingYears;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary>The checks of counts that no case record here stands behind: they have no items, and are repaired at their source.</summary>
internal static class ImportedChecks
{
    private const string Total = "total";

    private const string Offences = "suspected_offence";

    /// <summary>Details against totals and breakdowns against arms, for each source and intake that has any; what is contested is in no sum.</summary>
    public static IReadOnlyList<CheckFinding> Of(IReadOnlyList<ImportedYearCount> counts) =>
    [
        .. counts.Where(count => count is { Variant: 0, Sex: CountedSex.Total }).GroupBy(count => count.Source).OrderBy(source => source.Key, StringComparer.Ordinal)
            .SelectMany(source => Enum.GetValues<Intake>()
                .SelectMany(intake => Of(intake, [.. source.Where(count => count.Indicator == $"arms_{Codes.Of(intake)}")]))
                .Concat(OfStatedTotals([.. source]))
                .Select(finding => finding with { Where = $"{finding.Where}, {source.Key}" })),
        .. counts.Where(count => count.Variant == 0).GroupBy(count => count.Source).OrderBy(source => source.Key, StringComparer.Ordinal)
            .SelectMany(source => OfSexes([.. source]).Select(finding => finding with { Where = $"{finding.Where}, {source.Key}" })),
    ];

    /// <summary>The total that a breakdown states for itself against its categories.</summary>
    private static IEnumerable<CheckFinding> OfStatedTotals(IReadOnlyList<ImportedYearCount> counts) => counts
        .Where(count => count.Dimension is not (Total or UnodcTables.Tracing or Offences)).GroupBy(count => (count.Indicator, count.Dimension))
        .Select(by => (by.Key, Said: Sum(by.Where(count => count.Category == Total)), Sum: Sum(by.Where(count => count.Category != Total))))
        .Where(by => by.Said is not null && by.Sum is not null && by.Said != by.Sum)
        .Select(by => Differs($"{by.Key.Indicator} by {by.Key.Dimension}", by.Said!.Value, by.Sum!.Value));

    /// <summary>
    /// The sexes against all persons. Fewer than all is no contradiction where one of them was not reported.
    /// </summary>
    private static IEnumerable<CheckFinding> OfSexes(IReadOnlyList<ImportedYearCount> counts) => counts
        .GroupBy(count => (count.Indicator, count.Dimension, count.Category))
        .Select(persons => (persons.Key, Said: Sum(persons.Where(count => count.Sex == CountedSex.Total)),
            Sexes: persons.Where(count => count.Sex != CountedSex.Total && Value(count) is not null).ToList()))
        .Where(persons => persons.Said is { } said && Sum(persons.Sexes) is { } sum
            && (sum > said || (sum < said && persons.Sexes.Count == Enum.GetValues<CountedSex>().Length - 1)))
        .Select(persons => Differs($"{persons.Key.Indicator} by sex, {persons.Key.Dimension} {persons.Key.Category}", persons.Said!.Value, Sum(persons.Sexes)!.Value));

    private static CheckFinding Differs(string where, long said, long sum) => new(CheckKind.DetailAgainstTotal, where,
        string.Create(CultureInfo.InvariantCulture, $"The total says {said}; the categories add up to {sum}."),
        "Compare the counts with their source: a category or the total was mistyped, or a category was left out.", [], said, sum);

    private static long? Sum(IEnumerable<ImportedYearCount> counts) => Reported.Sum(counts.Select(Value));

    private static IEnumerable<CheckFinding> Of(Intake intake, IReadOnlyList<ImportedYearCount> counts)
    {
        var outcomes = UnodcTables.Counts(counts.Where(count => count.Dimension == UnodcTables.Tracing)
            .ToDictionary(count => count.Category, Value));
        var arms = counts.FirstOrDefault(count => count is { Dimension: Total, Category: Total }) is { } total ? Value(total) : null;
        var breakdowns = counts.Where(count => count.Dimension is not (Total or UnodcTables.Tracing) && count.Category != Total)
            .GroupBy(count => count.Dimension)
            .Select(by => new Breakdown(by.Key, by.Key != Offences, by.ToDictionary(count => count.Category, Value)));
        return TableChecks.OfOutcomes(intake, outcomes).Concat(TableChecks.OfBreakdowns(intake, arms, outcomes, [.. breakdowns]));
    }

    private static long? Value(ImportedYearCount count) => count.Value.TryGet(out var value) ? value : null;
}

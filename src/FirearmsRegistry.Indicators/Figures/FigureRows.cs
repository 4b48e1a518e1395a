using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Figures;

/// <summary>
/// Computes figures from reported tables. A line that was not reported adds nothing, and the row says where that makes the numerator doubtful.
/// </summary>
public static class FigureRows
{
    /// <summary>
    /// One row per country and year that has a table of the intake, ordered by country and year. <see cref="FigureIntake.All"/> adds the
    /// year's tables line by line first.
    /// </summary>
    public static IReadOnlyList<FigureRow> Compute(
        IEnumerable<ReportedTable> tables, FigureIntake intake, IndicatorVariant variant, TwoYear twoYear)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return Compute(intake, variant, twoYear, tables
            .Where(table => intake.Takes(table.Intake))
            .GroupBy(table => (table.Country, table.Year))
            .ToDictionary(
                group => group.Key,
                group => YearParts.Of(group.Key.Year, variant, group.Aggregate(OutcomeCounts.NotReported, (sum, table) => sum + table.Counts))));
    }

    /// <summary>The same from both parts of each year's share. A year that is not told makes every row that would rest on it one that is not told.</summary>
    internal static IReadOnlyList<FigureRow> Compute(
        FigureIntake intake, IndicatorVariant variant, TwoYear twoYear, IReadOnlyDictionary<(CountryCode Country, int Year), YearParts> years)
    {
        return [.. years.Keys.Order().Select(key => Row(key.Country, key.Year))];

        FigureRow Row(CountryCode country, int year)
        {
            var own = years[(country, year)];
            var other = twoYear switch
            {
                TwoYear.None => null,
                TwoYear.Mean => years.GetValueOrDefault((country, year + 1)),
                TwoYear.Pooled => years.GetValueOrDefault((country, year - 1)),
            };
            if (new[] { own, other }.Any(parts => parts is { Suppressed: true }))
                return new(country, year, [], intake, variant, twoYear, null, null, null, FigureRowStatus.Suppressed, false);
            YearParts[] used = [.. new[] { own, other }.OfType<YearParts>().Where(parts => parts.Denominator > 0).OrderBy(parts => parts.Year)];
            return used.Length == 0 ? WithoutValue(own) : WithValue(used);

            FigureRow WithoutValue(YearParts parts) => new(country, year, [], intake, variant, twoYear,
                parts.Numerator, parts.Denominator, null,
                parts.Denominator is null ? FigureRowStatus.NotReported : FigureRowStatus.NoDenominator, parts.NumeratorNotReported);

            FigureRow WithValue(YearParts[] parts) => new(country, year, [.. parts.Select(each => each.Year)], intake, variant, twoYear,
                parts.Sum(each => each.Numerator ?? 0), parts.Sum(each => each.Denominator), Share.ToPercent(Value(parts, twoYear)),
                twoYear is TwoYear.None || parts.Length == 2 ? FigureRowStatus.Ok : FigureRowStatus.SingleYear,
                parts.Any(each => each.NumeratorNotReported));
        }
    }

    private static decimal? Value(YearParts[] years, TwoYear twoYear) => twoYear is TwoYear.Mean
        ? Share.Mean([.. years.Select(year => (year.Numerator ?? 0, year.Denominator ?? 0))])
        : Share.Of(years.Sum(year => year.Numerator ?? 0), years.Sum(year => year.Denominator));
}

/// <summary>Both parts of a year's share.</summary>
/// <param name="Year">The year.</param>
/// <param name="Numerator">The arms above the line; null where none of the lines was reported.</param>
/// <param name="Denominator">The arms below it; null where none of its lines was reported.</param>
/// <param name="NumeratorNotReported">Whether the numerator is zero because none of its lines was reported.</param>
/// <param name="Suppressed">Whether neither may be told.</param>
internal sealed record YearParts(int Year, long? Numerator, long? Denominator, bool NumeratorNotReported, bool Suppressed = false)
{
    public static YearParts Of(int year, IndicatorVariant variant, OutcomeCounts counts)
    {
        var figure = IndicatorFigure.Compute(variant, counts);
        return new(year, figure.Numerator, figure.Denominator, figure.NumeratorNotReported);
    }
}

using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Figures;

/// <summary>
/// Computes figures from reported tables. Unlike a figure of the register, where every line is known, a line that was not reported adds
/// nothing here, and the row says where that makes the numerator doubtful.
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
        var years = tables
            .Where(table => intake.Takes(table.Intake))
            .GroupBy(table => (table.Country, table.Year))
            .ToDictionary(
                group => group.Key,
                group => YearParts.Of(group.Key.Year, variant, group.Aggregate(OutcomeCounts.NotReported, (sum, table) => sum + table.Counts)));
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
            YearParts[] used = [.. new[] { own, other }.OfType<YearParts>().Where(parts => parts.Denominator > 0).OrderBy(parts => parts.Year)];
            return used.Length == 0 ? WithoutValue(own) : WithValue(used);

            FigureRow WithoutValue(YearParts parts) => new(country, year, [], intake, variant, twoYear,
                parts.Denominator is null ? null : parts.Numerator ?? 0, parts.Denominator, null,
                parts.Denominator is null ? FigureRowStatus.NotReported : FigureRowStatus.NoDenominator, parts.NumeratorNotReported);

            FigureRow WithValue(YearParts[] parts) => new(country, year, [.. parts.Select(each => each.Year)], intake, variant, twoYear,
                parts.Sum(each => each.Numerator ?? 0), parts.Sum(each => each.Denominator), Share.ToPercent(Value(parts, twoYear)),
                twoYear is TwoYear.None || parts.Length == 2 ? FigureRowStatus.Ok : FigureRowStatus.SingleYear,
                parts.Any(each => each.NumeratorNotReported));
        }
    }

    private static decimal? Value(YearParts[] years, TwoYear twoYear) => twoYear is TwoYear.Mean
        ? years.Average(year => Share.Of(year.Numerator ?? 0, year.Denominator))
        : Share.Of(years.Sum(year => year.Numerator ?? 0), years.Sum(year => year.Denominator));

    /// <summary>Both parts of a year's share.</summary>
    private sealed record YearParts(int Year, long? Numerator, long? Denominator)
    {
        public bool NumeratorNotReported => Denominator is not null && Numerator is null;

        public static YearParts Of(int year, IndicatorVariant variant, OutcomeCounts counts)
        {
            var figure = IndicatorFigure.Compute(variant, counts);
            return new(year, figure.Numerator, figure.Denominator);
        }
    }
}

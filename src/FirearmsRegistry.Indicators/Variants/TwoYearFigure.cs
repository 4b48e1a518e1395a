using FirearmsRegistry.Indicators.Counts;

namespace FirearmsRegistry.Indicators.Variants;

/// <summary>How the published series brings two years into one value; the rule changed between releases.</summary>
public enum TwoYearRule
{
    /// <summary>The arithmetic mean of the two annual percentages, labelled with the first year (release 2026.Q3).</summary>
    Mean,

    /// <summary>The sum of the numerators over the sum of the denominators, labelled with the last year (extract of 2024).</summary>
    Pooled,
}

/// <summary>The figure of one year.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Figure">Its figure.</param>
public sealed record AnnualFigure(int Year, IndicatorFigure Figure);

/// <summary>A value over two years in a row, based on available data: where one year has no value, the other stands alone under its own label.</summary>
/// <param name="Rule">How the years were brought together.</param>
/// <param name="LabelYear">The year under which the value is published; null without a value.</param>
/// <param name="Years">The years that the value rests on.</param>
/// <param name="Percent">Percent with two decimals, halves away from zero, rounded once at the end; null without a value.</param>
public sealed record TwoYearFigure(TwoYearRule Rule, int? LabelYear, IReadOnlyList<int> Years, decimal? Percent)
{
    /// <summary>Brings two years together.</summary>
    /// <exception cref="ArgumentException">The years do not follow each other, or the figures are of different variants.</exception>
    public static TwoYearFigure Compute(TwoYearRule rule, AnnualFigure first, AnnualFigure second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (second.Year != first.Year + 1)
        {
            throw new ArgumentException("The second year must follow the first.", nameof(second));
        }

        if (second.Figure.Variant != first.Figure.Variant)
        {
            throw new ArgumentException("Both years must use the same variant.", nameof(second));
        }

        AnnualFigure[] available = [.. new[] { first, second }.Where(year => year.Figure.Status is FigureStatus.Computed)];
        if (available.Length == 0)
        {
            return new(rule, null, [], null);
        }

        var years = available.Select(year => year.Year).ToArray();
        return rule switch
        {
            TwoYearRule.Mean => new(rule, years[0], years, Share.ToPercent(Mean(available))),
            TwoYearRule.Pooled => new(rule, years[^1], years, Share.ToPercent(Pooled(available))),
        };
    }

    private static decimal? Mean(AnnualFigure[] years) =>
        Share.Mean([.. years.Select(year => (year.Figure.Numerator ?? 0, year.Figure.Denominator ?? 0))]);

    private static decimal? Pooled(AnnualFigure[] years) =>
        Share.Of(Reported.Sum(years.Select(year => year.Figure.Numerator)), Reported.Sum(years.Select(year => year.Figure.Denominator)));
}

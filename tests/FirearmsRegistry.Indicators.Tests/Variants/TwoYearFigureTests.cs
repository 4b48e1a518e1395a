using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Tests.Variants;

public sealed class TwoYearFigureTests
{
    private static readonly OutcomeCounts AllZero = OutcomeCounts.FromLines([]);
    private static readonly OutcomeCounts AllTraced = new() { IllegitimateOwner = 7, NotIdentified = 0 };

    [Theory]
    [InlineData(TwoYearRule.Mean)]
    [InlineData(TwoYearRule.Pooled)]
    public void A_year_without_value_leaves_the_other_alone_under_its_own_label(TwoYearRule rule)
    {
        var before = TwoYearFigure.Compute(rule, Year(2021, AllTraced), Year(2022, AllZero));
        var after = TwoYearFigure.Compute(rule, Year(2021, AllZero), Year(2022, AllTraced));

        Assert.Equal((2021, 100m), (before.LabelYear, before.Percent));
        Assert.Equal((2022, 100m), (after.LabelYear, after.Percent));
        Assert.Equal([2022], after.Years);
    }

    [Theory]
    [InlineData(TwoYearRule.Mean)]
    [InlineData(TwoYearRule.Pooled)]
    public void Two_years_without_value_have_none_and_no_label(TwoYearRule rule)
    {
        var figure = TwoYearFigure.Compute(rule, Year(2021, AllZero), Year(2022, OutcomeCounts.NotReported));

        Assert.Equal((null, null), (figure.LabelYear, figure.Percent));
        Assert.Empty(figure.Years);
    }

    [Fact]
    public void The_mean_is_rounded_once_at_the_end()
    {
        var figure = TwoYearFigure.Compute(
            TwoYearRule.Mean, Year(2016, PublicFigures.Seized("ESP", 2016)), Year(2017, PublicFigures.Seized("ESP", 2017)));

        // The rounded annual values 52.05 and 75.18 would give 63.62.
        Assert.Equal(63.61m, figure.Percent);
    }

    [Theory]
    [InlineData(2020, 2020)]
    [InlineData(2020, 2022)]
    [InlineData(2021, 2020)]
    public void Years_that_do_not_follow_each_other_are_refused(int first, int second) =>
        Assert.Throws<ArgumentException>(() => TwoYearFigure.Compute(TwoYearRule.Mean, Year(first, AllTraced), Year(second, AllTraced)));

    [Fact]
    public void Figures_of_different_variants_are_refused() =>
        Assert.Throws<ArgumentException>(() => TwoYearFigure.Compute(
            TwoYearRule.Pooled,
            Year(2020, AllTraced),
            new AnnualFigure(2021, IndicatorFigure.Compute(IndicatorVariant.MetadataLiteral, AllTraced))));

    private static AnnualFigure Year(int year, OutcomeCounts counts) =>
        new(year, IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, counts));
}

using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Tests.Variants;

public sealed class PublishedSeriesTests
{
    /// <summary>Tables of seized arms that no value in the fixture rests on, each with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutPublishedValue = new()
    {
        ["GBR 2019"] = "both published values that contain it imply 14.9 % instead of 19.53 %: the year was revised after these counts",
        ["AZE 2016"] = "the fixture holds no value of 2016-2017 for Azerbaijan",
        ["AZE 2019"] = "the fixture holds no value of 2018-2019 or 2019-2020 for Azerbaijan",
    };

    public static TheoryData<string, string, int> PublishedKeys =>
        [.. PublicFigures.Published.Select(value => (value.Country, value.Release, value.LabelYear))];

    [Theory]
    [MemberData(nameof(PublishedKeys))]
    public void The_published_value_comes_out_of_the_reported_counts_of_seized_arms(string country, string release, int labelYear)
    {
        var published = PublicFigures.Published.Single(value => (value.Country, value.Release, value.LabelYear) == (country, release, labelYear));
        if (published.FirstYear == published.LastYear)
        {
            Assert.Equal(published.Value, Seized(country, published.FirstYear).Figure.Percent);
            return;
        }

        var computed = TwoYearFigure.Compute(RuleOf(published), Seized(country, published.FirstYear), Seized(country, published.LastYear));

        Assert.Equal((published.Value, published.LabelYear), (computed.Percent, computed.LabelYear));
    }

    [Fact]
    public void Every_reported_table_of_seized_arms_is_compared_or_named_with_its_reason()
    {
        var compared = PublicFigures.Published.SelectMany(value => new[] { $"{value.Country} {value.FirstYear}", $"{value.Country} {value.LastYear}" });

        var left = PublicFigures.Tables
            .Where(table => table.Intake == Intake.Seized)
            .Select(table => $"{table.Country} {table.Year}")
            .Except(compared);

        Assert.Equal(WithoutPublishedValue.Keys.Order(), left.Order());
    }

    [Theory]
    [InlineData("GBR", 2016, 15.06)]
    [InlineData("GBR", 2017, 17.92)]
    [InlineData("GBR", 2020, 18.26)]
    [InlineData("AUS", 2016, 0.57)]
    [InlineData("MDA", 2016, 8.73)]
    [InlineData("MDA", 2017, 8.04)]
    public void All_three_intakes_together_do_not_give_the_published_value(string country, int firstYear, double allIntakes)
    {
        var published = PublicFigures.Published.Single(value => (value.Country, value.Release, value.FirstYear) == (country, "2026.Q3", firstYear));

        var computed = TwoYearFigure.Compute(TwoYearRule.Mean, All(country, firstYear), All(country, firstYear + 1));

        Assert.Equal((decimal)allIntakes, computed.Percent);
        Assert.NotEqual(published.Value, computed.Percent);
    }

    [Fact]
    public void The_United_Kingdom_of_2018_and_2019_shows_that_2019_was_revised_after_these_counts()
    {
        var (first, second) = (Seized("GBR", 2018), Seized("GBR", 2019));

        Assert.Equal(23.84m, TwoYearFigure.Compute(TwoYearRule.Pooled, first, second).Percent);
        Assert.Equal(23.61m, TwoYearFigure.Compute(TwoYearRule.Mean, first, second).Percent);
        Assert.Equal(19.53m, second.Figure.Percent);
    }

    [Theory]
    [InlineData(2016, 926, 1779, 52.05)]
    [InlineData(2017, 212, 282, 75.18)]
    [InlineData(2018, 1021, 1784, 57.23)]
    [InlineData(2019, 1099, 2190, 50.18)]
    [InlineData(2020, 820, 1772, 46.28)]
    [InlineData(2021, 852, 1982, 42.99)]
    [InlineData(2022, 80, 80, 100.00)]
    public void Spain_has_its_annual_figures(int year, long numerator, long denominator, double percent)
    {
        var figure = Seized("ESP", year).Figure;

        Assert.Equal((numerator, denominator, (decimal)percent), (figure.Numerator, figure.Denominator, figure.Percent));
    }

    private static TwoYearRule RuleOf(PublishedValue published) => published.Rule switch
    {
        "mean of annual percentages labelled with the first year" => TwoYearRule.Mean,
        "pooled counts labelled with the last year" => TwoYearRule.Pooled,
        _ => throw new InvalidDataException($"The fixture names an unknown rule: {published.Rule}"),
    };

    private static AnnualFigure Seized(string country, int year) =>
        new(year, IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, PublicFigures.Seized(country, year)));

    private static AnnualFigure All(string country, int year) =>
        new(year, IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, PublicFigures.AllIntakes(country, year)));
}

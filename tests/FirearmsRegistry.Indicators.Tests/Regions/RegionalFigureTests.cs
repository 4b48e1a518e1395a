using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Regions;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Tests.Regions;

public sealed class RegionalFigureTests
{
    private static readonly CountryCode[] Members = [.. new[] { "ESP", "FRA", "GBR", "MDA" }.Select(code => CountryCode.Parse(code).GetOrThrow())];

    [Fact]
    public void Numerators_and_denominators_are_summed_apart_and_divided_once()
    {
        var region = Compute(0.5m, ("ESP", PublicFigures.Seized("ESP", 2019)), ("FRA", PublicFigures.Seized("FRA", 2019)), ("GBR", PublicFigures.Seized("GBR", 2019)));

        // 1,099 of 2,190, 1 of 101 and 107 of 548: the mean of the three percentages would be 23.57.
        Assert.Equal((1207, 2839, 42.51m), (region.Numerator, region.Denominator, region.Percent));
        Assert.Equal(0.75m, region.Coverage);
        Assert.Equal(["MDA"], region.Missing.Select(country => country.Alpha3));
    }

    [Fact]
    public void Below_the_coverage_there_is_no_value_and_the_sums_are_shown()
    {
        var region = Compute(0.5m, ("ESP", PublicFigures.Seized("ESP", 2019)));

        Assert.Equal((null, 0.25m, 1099, 2190), (region.Percent, region.Coverage, region.Numerator, region.Denominator));
    }

    [Fact]
    public void A_State_without_value_does_not_count_as_covered()
    {
        var region = Compute(0.5m, ("ESP", PublicFigures.Seized("ESP", 2019)), ("FRA", OutcomeCounts.FromLines([])), ("GBR", OutcomeCounts.NotReported));

        Assert.Equal((null, 0.25m), (region.Percent, region.Coverage));
        Assert.Equal(["FRA", "GBR", "MDA"], region.Missing.Select(country => country.Alpha3));
    }

    [Fact]
    public void A_State_that_left_the_lines_of_the_numerator_empty_does_not_count_as_covered()
    {
        var region = Compute(0.5m, ("ESP", PublicFigures.Seized("ESP", 2019)), ("GBR", new OutcomeCounts { Pending = 100 }));

        Assert.Equal((1099, 2190, 0.25m), (region.Numerator, region.Denominator, region.Coverage));
    }

    [Fact]
    public void Strangers_doubles_and_other_variants_are_refused()
    {
        var spain = new StateFigure(Members[0], IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, PublicFigures.Seized("ESP", 2019)));

        Assert.Throws<ArgumentException>(() => RegionalFigure.Compute(IndicatorVariant.PotentiallyTraceable, Members[1..], [spain], 0));
        Assert.Throws<ArgumentException>(() => RegionalFigure.Compute(IndicatorVariant.PotentiallyTraceable, Members, [spain, spain], 0));
        Assert.Throws<ArgumentException>(() => RegionalFigure.Compute(IndicatorVariant.MetadataLiteral, Members, [spain], 0));
        Assert.Throws<ArgumentException>(() => RegionalFigure.Compute(IndicatorVariant.PotentiallyTraceable, [], [], 0));
        Assert.Throws<ArgumentException>(() => RegionalFigure.Compute(IndicatorVariant.PotentiallyTraceable, Members, [], 1.1m));
    }

    private static RegionalFigure Compute(decimal coverage, params (string Country, OutcomeCounts Counts)[] states) =>
        RegionalFigure.Compute(IndicatorVariant.PotentiallyTraceable, Members,
            [.. states.Select(state => new StateFigure(
                CountryCode.Parse(state.Country).GetOrThrow(), IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, state.Counts)))],
            coverage);
}

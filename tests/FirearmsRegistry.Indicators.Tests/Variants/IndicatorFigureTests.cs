using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Tests.Variants;

public sealed class IndicatorFigureTests
{
    [Theory]
    [InlineData("GBR", 2016, 171, 996, 17.17, 1126, 15.19)]
    [InlineData("GBR", 2017, 139, 1073, 12.95, 1106, 12.57)]
    [InlineData("AUS", 2016, 141, 35956, 0.39, 36265, 0.39)]
    [InlineData("AUS", 2017, 419, 56202, 0.75, 56553, 0.74)]
    [InlineData("ESP", 2021, 852, 1982, 42.99, 48104, 1.77)]
    [InlineData("AZE", 2016, 91, 91, 100.00, 291, 31.27)]
    [InlineData("MDA", 2016, 5, 36, 13.89, 304, 1.64)]
    public void All_intakes_together_have_their_values(
        string country, int year, long numerator, long traceable, double traceablePercent, long all, double literalPercent)
    {
        var counts = PublicFigures.AllIntakes(country, year);

        var published = IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, counts);
        var literal = IndicatorFigure.Compute(IndicatorVariant.MetadataLiteral, counts);

        Assert.Equal((numerator, traceable, (decimal)traceablePercent), (published.Numerator, published.Denominator, published.Percent));
        Assert.Equal((numerator, all, (decimal)literalPercent), (literal.Numerator, literal.Denominator, literal.Percent));
    }

    [Theory]
    [InlineData(1, 800, 0.13)]
    [InlineData(3, 800, 0.38)]
    [InlineData(1, 3, 33.33)]
    [InlineData(0, 5, 0.00)]
    public void Halves_are_rounded_away_from_zero(long numerator, long denominator, double percent)
    {
        var counts = new OutcomeCounts { IllegitimateOwner = numerator, NotIdentified = denominator - numerator };

        Assert.Equal((decimal)percent, IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, counts).Percent);
    }

    [Fact]
    public void Nothing_in_the_denominator_is_no_value_and_not_zero_percent()
    {
        foreach (var variant in Enum.GetValues<IndicatorVariant>())
        {
            var figure = IndicatorFigure.Compute(variant, OutcomeCounts.FromLines([]));

            Assert.Equal((FigureStatus.ZeroDenominator, null), (figure.Status, figure.Percent));
            Assert.Equal((0, 0), (figure.Numerator, figure.Denominator));
        }
    }

    [Fact]
    public void Nothing_reported_is_no_value()
    {
        var figure = IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, OutcomeCounts.NotReported);

        Assert.Equal((FigureStatus.NotReported, null, null, null), (figure.Status, figure.Percent, figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void Lines_of_the_numerator_that_were_left_empty_add_nothing_and_that_is_told()
    {
        var empty = IndicatorFigure.Compute(IndicatorVariant.UniquelyIdentifiable, new OutcomeCounts { UniquelyIdentifiable = 12 });
        var zero = IndicatorFigure.Compute(IndicatorVariant.UniquelyIdentifiable, new OutcomeCounts { UniquelyIdentifiable = 12, ForeignRegistry = 0 });

        Assert.Equal((FigureStatus.Computed, 0m, 0, 12, true), (empty.Status, empty.Percent, empty.Numerator, empty.Denominator, empty.NumeratorNotReported));
        Assert.Equal((FigureStatus.Computed, 0m, false), (zero.Status, zero.Percent, zero.NumeratorNotReported));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Fewer_than_thirty_arms_carry_a_warning(long arms, bool low) =>
        Assert.Equal(low, IndicatorFigure.Compute(IndicatorVariant.PotentiallyTraceable, new OutcomeCounts { IllegitimateOwner = arms }).LowDenominator);

    [Fact]
    public void Origins_established_elsewhere_stand_beside_the_numerator()
    {
        var counts = new OutcomeCounts { IllegitimateOwner = 1, NotIdentified = 3, IllicitlyManufactured = 4 };

        var figure = IndicatorFigure.Compute(IndicatorVariant.MetadataLiteral, counts, establishedElsewhere: 4);

        Assert.Equal((1, 8, 12.5m, 4), (figure.Numerator, figure.Denominator, figure.Percent, figure.EstablishedElsewhere));
    }

    [Fact]
    public void Every_variant_names_its_own_formula()
    {
        var figures = Enum.GetValues<IndicatorVariant>().Select(variant => IndicatorFigure.Compute(variant, OutcomeCounts.NotReported)).ToArray();

        Assert.Equal(3, figures.Select(figure => figure.FormulaId).Distinct().Count());
        Assert.Equal(3, figures.Select(figure => figure.Formula).Distinct().Count());
        Assert.All(figures, figure => Assert.Contains("2.b", figure.Note, StringComparison.Ordinal));
    }
}

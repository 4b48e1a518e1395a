using System.Text.Json;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Tests.Variants;

public sealed class Spain2020Tests
{
    private static OutcomeCounts Counts => OutcomeCounts.FromTallies(
        PublicFigures.Spain2020.GetProperty("byOutcomeLine").Deserialize<Dictionary<OutcomeLine, long>>()!);

    [Theory]
    [InlineData("byType")]
    [InlineData("byLocation")]
    [InlineData("byCondition")]
    [InlineData("byLegalJustification")]
    [InlineData("byMarking")]
    [InlineData("byOutcomeLine")]
    public void Every_breakdown_adds_up_to_the_arms_seized(string breakdown) =>
        Assert.Equal(7782, PublicFigures.Spain2020.GetProperty(breakdown).EnumerateObject().Sum(category => category.Value.GetInt64()));

    [Theory]
    [InlineData("byType", typeof(IafqType))]
    [InlineData("byLocation", typeof(LocationKind))]
    [InlineData("byLegalJustification", typeof(LegalJustification))]
    [InlineData("byMarking", typeof(IafqMarking))]
    public void The_categories_of_the_questionnaire_are_the_codes_of_the_enum(string breakdown, Type codes) =>
        Assert.Equal(
            PublicFigures.Spain2020.GetProperty(breakdown).EnumerateObject().Select(category => category.Name),
            Enum.GetNames(codes).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));

    [Fact]
    public void The_outcome_lines_are_those_of_table_5_1() => Assert.Equal(PublicFigures.Seized("ESP", 2020), Counts);

    [Theory]
    [InlineData(IndicatorVariant.PotentiallyTraceable, 820, 1772, 46.28)]
    [InlineData(IndicatorVariant.MetadataLiteral, 820, 7782, 10.54)]
    [InlineData(IndicatorVariant.UniquelyIdentifiable, 820, 6589, 12.44)]
    public void The_three_variants_have_their_values(IndicatorVariant variant, long numerator, long denominator, double percent)
    {
        var figure = IndicatorFigure.Compute(variant, Counts);

        Assert.Equal((numerator, denominator, (decimal)percent), (figure.Numerator, figure.Denominator, figure.Percent));
        Assert.Equal(FigureStatus.Computed, figure.Status);
    }
}

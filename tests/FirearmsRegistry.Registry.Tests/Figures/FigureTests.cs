using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Figures.Computing;

namespace FirearmsRegistry.Registry.Tests.Figures;

public sealed class FigureTests
{
    private static readonly DateTimeOffset KnownAt = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CountryCode Spain = CountryCode.Parse("ESP").GetOrThrow();

    [Fact]
    public void Every_arm_stands_in_the_inputs_or_under_one_exclusion_or_is_undecided()
    {
        var inputs = FigureInputs.Of(Year(
            Arms(820, OutcomeLine.IllegitimateOwner), Arms(952, OutcomeLine.Pending), Arms(3, null),
            Arms(5, OutcomeLine.Pending) with { LegalBasis = LegalBasis.Administrative },
            Arms(7, OutcomeLine.Pending) with { Antique = true, LegalBasis = LegalBasis.Administrative },
            Arms(11, OutcomeLine.Pending) with { Duplicate = true, Antique = true, LegalBasis = LegalBasis.Administrative }), FigureIntake.Seized);

        Assert.Equal((820L, 952L, 1772L), (inputs.Counts[OutcomeLine.IllegitimateOwner], inputs.Counts[OutcomeLine.Pending], inputs.Counts.Total));
        Assert.Equal((3L, new Exclusions(5, 7, 11)), (inputs.Undecided, inputs.Excluded));
    }

    [Fact]
    public void Only_arms_of_the_intake_asked_for_are_taken()
    {
        var year = Year(Arms(2, OutcomeLine.Pending), Arms(3, OutcomeLine.Pending) with { Intake = Intake.Found },
            Arms(4, OutcomeLine.Pending) with { Intake = Intake.Surrendered });

        Assert.Equal([2L, 3L, 4L, 9L], Enum.GetValues<FigureIntake>().Select(intake => FigureInputs.Of(year, intake).Counts[OutcomeLine.Pending]!.Value));
    }

    [Fact]
    public void A_year_without_anything_on_record_is_not_reported_and_a_line_without_arms_is_zero()
    {
        var nothing = FigureInputs.Of(new YearOfArms([], AnyItem: false), FigureIntake.Seized);
        var none = FigureInputs.Of(new YearOfArms([], AnyItem: true), FigureIntake.Seized);

        Assert.Equal((null, null, null), (nothing.Counts.Total, nothing.Undecided, nothing.Excluded));
        Assert.Equal((0L, 0L, Exclusions.None), (none.Counts.Total, none.Undecided, none.Excluded));
    }

    [Fact]
    public void The_highest_sequence_is_that_of_all_arms_that_were_looked_at() => Assert.Equal(9, FigureInputs.Of(
        Year(Arms(1, OutcomeLine.Pending) with { HighestSequence = 4 }, Arms(1, null) with { Duplicate = true, HighestSequence = 9 }),
        FigureIntake.All).HighestSequence);

    [Fact]
    public void A_figure_keeps_its_integers_and_two_decimals_even_where_they_are_zero()
    {
        var half = Of(IndicatorVariant.PotentiallyTraceable, Arms(1, OutcomeLine.IllegitimateOwner), Arms(1, OutcomeLine.Pending));
        var spain = Of(IndicatorVariant.PotentiallyTraceable, Arms(820, OutcomeLine.IllegitimateOwner), Arms(952, OutcomeLine.Pending));

        Assert.Equal("50.00", half.Percent!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((820L, 1772L, 46.28m), (spain.Numerator, spain.Denominator, spain.Percent));
    }

    [Fact]
    public void Without_a_denominator_there_is_no_value()
    {
        var figure = Of(IndicatorVariant.PotentiallyTraceable, Arms(4, OutcomeLine.LegitimateOwner));

        Assert.Equal((FigureStatus.ZeroDenominator, 0L, (decimal?)null), (figure.Status, figure.Denominator, figure.Percent));
    }

    [Fact]
    public void The_lines_stand_in_the_questionnaire_s_order_with_their_sums_before_them()
    {
        var figure = Of(IndicatorVariant.MetadataLiteral, Arms(2, OutcomeLine.Pending), Arms(3, OutcomeLine.ErasedOrAltered), Arms(4, OutcomeLine.MarkingUnknown));

        Assert.Equal(["1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2", "2.a", "2.b", "2.c", "3", "total"], figure.Inputs.Keys);
        Assert.Equal((2L, 3L, 4L, 9L), (figure.Inputs["1"], figure.Inputs["2"], figure.Inputs["3"], figure.Inputs["total"]));
    }

    [Fact]
    public void A_figure_has_one_identity_however_often_it_is_computed() => Assert.Equal(
        "sdg-16-4-2/ESP/2020/surrendered/uniquely_identifiable",
        Figure.IdOf(Spain, 2020, FigureIntake.Surrendered, IndicatorVariant.UniquelyIdentifiable));

    [Fact]
    public void All_variants_of_all_intakes_are_computed_once() =>
        Assert.Equal((12, 12), (FigureKinds.All.Count, FigureKinds.All.Distinct().Count()));

    private static Figure Of(IndicatorVariant variant, params ArmTally[] tallies) => Figure.Of(
        Spain, 2020, FigureIntake.Seized, variant, FigureInputs.Of(Year(tallies), FigureIntake.Seized), KnownAt, KnownAt);

    private static YearOfArms Year(params ArmTally[] tallies) => new(tallies, AnyItem: true);

    private static ArmTally Arms(long count, OutcomeLine? line) =>
        new(Intake.Seized, line, LegalBasis.Criminal, Antique: false, Duplicate: false, EstablishedElsewhere: false, count, 1);
}

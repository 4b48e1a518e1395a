using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.Recording;

namespace FirearmsRegistry.Registry.Tests.Seizures;

public sealed class RecordingTests
{
    private static readonly SameArm Other =
        new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8003"), Given.SeizureId, "2020-05-13", "Policía Nacional", "PN-1");

    [Theory]
    [InlineData(MarkingState.UniquelyMarked, ArmCondition.IndustriallyManufactured, OutcomeLine.NotInitiated)]
    [InlineData(MarkingState.Unknown, ArmCondition.IndustriallyManufactured, OutcomeLine.MarkingUnknown)]
    [InlineData(MarkingState.NeverMarked, ArmCondition.Assembled, OutcomeLine.IllicitlyManufactured)]
    [InlineData(MarkingState.NeverMarked, ArmCondition.IndustriallyManufactured, OutcomeLine.NoFurtherInformation)]
    [InlineData(MarkingState.Erased, ArmCondition.Converted, OutcomeLine.ErasedOrAltered)]
    [InlineData(MarkingState.Altered, ArmCondition.Unknown, OutcomeLine.ErasedOrAltered)]
    [InlineData(MarkingState.NotUniquelyMarked, ArmCondition.Reactivated, OutcomeLine.NoFurtherInformation)]
    public void A_recorded_arm_has_its_line_at_once(MarkingState marking, ArmCondition condition, OutcomeLine line)
    {
        Assert.Equal(line, Given.Item(Given.Marked(marking, condition)).Outcome!.Line);
    }

    [Theory]
    [InlineData(ItemKind.Part, 1200)]
    [InlineData(ItemKind.Ammunition, 152337)]
    public void Parts_and_ammunition_are_quantities_without_a_line(ItemKind kind, int quantity)
    {
        var item = Given.Item(Given.Quantity(kind, quantity));

        Assert.Equal(quantity, item.Item.Quantity);
        Assert.Null(item.Outcome);
    }

    [Fact]
    public void An_item_takes_over_what_figures_need_from_its_seizure()
    {
        var item = Given.Item(Given.Firearm);

        Assert.Equal(Given.Circumstances.OccurredOn, item.Circumstances.IntakeOn);
        Assert.Equal(Given.Circumstances.LegalBasis, item.Circumstances.LegalBasis);
        Assert.Equal(Given.Circumstances.LegalJustification, item.Circumstances.LegalJustification);
        Assert.Equal(Given.Circumstances.LocationKind, item.Circumstances.LocationKind);
        Assert.Equal(Given.Circumstances.SuspectedOffences, item.Circumstances.SuspectedOffences);
    }

    [Fact]
    public void An_arm_that_is_on_record_is_refused_with_the_item_that_reports_it()
    {
        var refusal = RecordSeizedItem.Decide(Given.Command(Given.Firearm), Given.Circumstances, [Other], Given.Now).Refusal!;

        Assert.Equal("already-recorded", refusal.Name);
        Assert.Equal([Other], Assert.IsAssignableFrom<IReadOnlyList<SameArm>>(refusal.Extensions["items"]));
    }

    [Fact]
    public void A_second_report_of_an_arm_is_linked_to_the_first()
    {
        var command = Given.Command(Given.Firearm) with { DuplicateOf = new DuplicateLink(Other.ItemId, Given.Reason) };

        var item = Given.Fold(RecordSeizedItem.Decide(command, Given.Circumstances, [Other], Given.Now).Value);

        Assert.Equal(Other.ItemId, item.DuplicateOf);
    }

    [Fact]
    public void An_arm_that_only_looks_the_same_is_recorded_with_the_reason()
    {
        var command = Given.Command(Given.Firearm) with { ConfirmedDistinct = Given.Reason };

        var recorded = RecordSeizedItem.Decide(command, Given.Circumstances, [Other], Given.Now).Value.OfType<SeizedItemRecorded>().Single();

        Assert.Equal(Given.Reason, recorded.ConfirmedDistinct);
    }

    [Fact]
    public void An_item_is_not_both_a_duplicate_and_distinct()
    {
        var command = Given.Command(Given.Firearm) with
        {
            DuplicateOf = new DuplicateLink(Other.ItemId, Given.Reason),
            ConfirmedDistinct = Given.Reason,
        };

        Assert.Equal("not-a-duplicate", RecordSeizedItem.Decide(command, Given.Circumstances, [], Given.Now).Refusal?.Name);
    }

    public static TheoryData<string, string> Contradictions => new()
    {
        { "two_arms", "/item/quantity" },
        { "no_arm", "/item/arm" },
        { "part_of_an_arm", "/item/part" },
        { "no_ammunition", "/item/quantity" },
        { "registered_ammunition", "/item/registeredFirearm" },
        { "modern_antique", "/item/arm/antique" },
        { "antique_of_unknown_year", "/item/arm/antique" },
        { "made_in_the_future", "/item/yearOfManufacture" },
        { "marked_though_never_marked", "/item/arm/marking" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void An_item_that_contradicts_itself_is_refused_with_a_pointer(string which, string pointer)
    {
        var firearm = Given.Firearm;
        var item = which switch
        {
            "two_arms" => firearm with { Quantity = 2 },
            "no_arm" => firearm with { Arm = null },
            "part_of_an_arm" => firearm with { Part = Marks.Components.ComponentKind.Barrel },
            "no_ammunition" => Given.Quantity(ItemKind.Ammunition, 0),
            "registered_ammunition" => Given.Quantity(ItemKind.Ammunition, 5) with { RegisteredFirearm = Given.ItemId },
            "modern_antique" => firearm with { Arm = firearm.Arm! with { Antique = true }, YearOfManufacture = Known.Of(1900) },
            "antique_of_unknown_year" => firearm with { Arm = firearm.Arm! with { Antique = true } },
            "made_in_the_future" => firearm with { YearOfManufacture = Known.Of(2030) },
            _ => firearm with { Arm = firearm.Arm! with { Marking = MarkingState.NeverMarked } },
        };

        var refusal = RecordSeizedItem.Decide(Given.Command(item), Given.Circumstances, [], Given.Now).Refusal!;

        Assert.Equal("invalid-item", refusal.Name);
        Assert.Contains(refusal.Errors, error => error.Pointer == pointer);
    }

    [Theory]
    [InlineData("2021-03-02", true)]
    [InlineData("2021-03-03", false)]
    [InlineData("2021", true)]
    [InlineData("2022", false)]
    public void A_seizure_lies_in_the_past_wherever_on_earth_it_was(string day, bool accepted)
    {
        var decided = RecordSeizure.Decide(new(Given.SeizureId, Given.Circumstances with { OccurredOn = Given.Day(day) }), Given.Now);

        Assert.Equal(accepted ? null : "date-in-future", decided.Refusal?.Name);
    }

    [Fact]
    public void An_offence_stands_once_and_a_transit_names_a_country()
    {
        var circumstances = Given.Circumstances with
        {
            SuspectedOffences = [SuspectedOffence.ViolentCrime, SuspectedOffence.ViolentCrime],
            Route = SeizureRoute.Unknown with { Transit = Known.Of<IReadOnlyList<CountryCode>>([]) },
        };

        var refusal = RecordSeizure.Decide(new(Given.SeizureId, circumstances), Given.Now).Refusal!;

        Assert.Equal(["/circumstances/suspectedOffences", "/circumstances/route/transit"], refusal.Errors.Select(error => error.Pointer));
        Assert.Equal("""{"is":"none"}""", refusal.Errors[1].Suggestion);
    }

    [Fact]
    public void A_whole_case_is_decided_as_its_parts_are()
    {
        var decided = RecordedCase.Decide(
            new RecordSeizure(Given.SeizureId, Given.Circumstances),
            [Given.Command(Given.Firearm), Given.Command(Given.Quantity(ItemKind.Part, 3))],
            Given.Now).Value;

        Assert.IsType<SeizureRecorded>(Assert.Single(decided.Seizure.Events));
        Assert.Equal([2, 1], decided.Items.Select(item => item.Events.Count));
    }
}

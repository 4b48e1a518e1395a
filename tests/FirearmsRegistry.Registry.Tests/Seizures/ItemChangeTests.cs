using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.ChangingLegalBasis;
using FirearmsRegistry.Registry.Seizures.Correcting;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Seizures.EstablishingOrigin;
using FirearmsRegistry.Registry.Seizures.Identifying;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Seizures.Restoring;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Tests.Seizures;

public sealed class ItemChangeTests
{
    private static readonly Guid Trace = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8009");

    [Fact]
    public void A_corrected_marking_moves_the_arm_to_another_line()
    {
        var item = Given.Item(Given.Marked(MarkingState.Unknown));

        var decided = CorrectSeizedItem.Decide(item, Correct(Given.Marked(MarkingState.Erased)), [], Given.Now);

        Assert.Equal(OutcomeLine.ErasedOrAltered, Given.Line(decided));
    }

    [Fact]
    public void A_correction_that_does_not_touch_the_line_decides_none()
    {
        var item = Given.Item(Given.Firearm);

        var decided = CorrectSeizedItem.Decide(
            item, Correct(Given.Firearm with { Arm = Given.Firearm.Arm! with { Type = ArmType.Revolver } }), [], Given.Now);

        Assert.IsType<SeizedItemCorrected>(Assert.Single(decided.Value));
    }

    [Fact]
    public void A_correction_keeps_the_old_entry_and_says_why()
    {
        var item = Given.Item(Given.Marked(MarkingState.Unknown));

        var corrected = Assert.IsType<SeizedItemCorrected>(
            CorrectSeizedItem.Decide(item, Correct(Given.Marked(MarkingState.Erased)), [], Given.Now).Value[0]);

        Assert.Equal((MarkingState.Unknown, MarkingState.Erased), (corrected.Before.Arm!.Marking, corrected.After.Arm!.Marking));
        Assert.Equal(Given.Reason, corrected.Reason);
    }

    [Fact]
    public void A_correction_that_says_the_same_is_refused()
    {
        var decided = CorrectSeizedItem.Decide(Given.Item(Given.Firearm), Correct(Given.Firearm with { Marks = [.. Given.Firearm.Marks] }), [], Given.Now);

        Assert.Equal("nothing-changed", decided.Refusal?.Name);
    }

    [Fact]
    public void What_a_trace_has_learnt_outlives_a_correction()
    {
        var item = Traced(Given.Firearm, facts => facts with { Request = RequestState.Closed, Record = RegistryRecord.Here });

        var decided = CorrectSeizedItem.Decide(item, Correct(Given.Firearm with { Intake = Intake.Found }), [], Given.Now);

        Assert.Equal(OutcomeLine.LegitimateOwner, Given.Line(decided));
        Assert.Equal(Trace, decided.Value.OfType<SeizedItemOutcomeDecided>().Single().TraceRequestId);
    }

    [Fact]
    public void An_item_that_turns_out_to_be_a_part_has_no_line()
    {
        var events = CorrectSeizedItem.Decide(
            Given.Item(Given.Firearm), Correct(Given.Quantity(ItemKind.Part, 1)), [], Given.Now).Value;

        Assert.Null(Given.Item(Given.Firearm, [.. events]).Outcome);
    }

    [Theory]
    [InlineData(ItemKind.Part)]
    [InlineData(ItemKind.Ammunition)]
    public void An_item_that_was_asked_to_be_traced_stays_an_arm(ItemKind kind)
    {
        var item = Traced(Given.Firearm, facts => facts with { Request = RequestState.Open });

        var decided = CorrectSeizedItem.Decide(item, Correct(Given.Quantity(kind, 1)), [], Given.Now);

        Assert.Equal(("item-asked-to-be-traced", RefusalKind.Conflict), (decided.Refusal?.Name, decided.Refusal?.Kind));
    }

    [Fact]
    public void A_part_that_turns_out_to_be_an_arm_has_a_line()
    {
        var decided = CorrectSeizedItem.Decide(Given.Item(Given.Quantity(ItemKind.Part, 1)), Correct(Given.Firearm), [], Given.Now);

        Assert.Equal(OutcomeLine.NotInitiated, Given.Line(decided));
    }

    [Theory]
    [InlineData(true, OutcomeLine.NotInitiated)]
    [InlineData(false, null)]
    public void Restored_marks_make_an_arm_traceable_where_they_name_it(bool names, OutcomeLine? line)
    {
        var decided = RestoreSeizedMarks.Decide(Given.Item(Given.Marked(MarkingState.Erased)), Restore(names), [], Given.Now);

        Assert.Equal(line, Given.Line(decided));
    }

    [Theory]
    [InlineData(MarkingState.UniquelyMarked)]
    [InlineData(MarkingState.NeverMarked)]
    [InlineData(MarkingState.Unknown)]
    public void Marks_that_were_not_erased_or_altered_cannot_be_restored(MarkingState marking)
    {
        var decided = RestoreSeizedMarks.Decide(Given.Item(Given.Marked(marking)), Restore(true), [], Given.Now);

        Assert.Equal("no-marks-to-restore", decided.Refusal?.Name);
    }

    [Fact]
    public void Restored_marks_leave_the_state_as_found()
    {
        var item = Given.Item(Given.Marked(MarkingState.Erased),
            [.. RestoreSeizedMarks.Decide(Given.Item(Given.Marked(MarkingState.Erased)), Restore(true), [], Given.Now).Value]);

        Assert.Equal(MarkingState.Erased, item.Item.Arm!.Marking);
        Assert.True(item.MarksRestored);
    }

    [Fact]
    public void An_origin_established_otherwise_puts_an_identifiable_arm_into_line_1_4()
    {
        Assert.Equal(OutcomeLine.OtherwiseIdentified, Given.Line(EstablishOrigin.Decide(Given.Item(Given.Firearm), Establish, Given.Now)));
    }

    [Fact]
    public void An_origin_established_otherwise_stands_beside_the_line_of_an_arm_without_marks()
    {
        var decided = EstablishOrigin.Decide(Given.Item(Given.Marked(MarkingState.Erased)), Establish, Given.Now);

        var outcome = decided.Value.OfType<SeizedItemOutcomeDecided>().Single();
        Assert.Equal((OutcomeLine.ErasedOrAltered, true), (outcome.Line, outcome.EstablishedElsewhere));
    }

    [Fact]
    public void Facts_that_say_the_same_decide_nothing_again()
    {
        Assert.Null(OutcomeDecider.Redecide(Given.Item(Given.Firearm), facts => facts with { }));
    }

    [Fact]
    public void New_facts_are_recorded_even_where_the_line_stays()
    {
        var decided = OutcomeDecider.Redecide(Given.Item(Given.Firearm), facts => facts with { Record = RegistryRecord.NotFound }, Trace);

        Assert.Equal(OutcomeLine.NotInitiated, decided!.Line);
    }

    [Fact]
    public void A_legal_basis_of_its_own_survives_the_correction_of_the_seizure()
    {
        var changed = ChangeLegalBasis.Decide(Given.Item(Given.Firearm), Administrative, Given.Now).Value;
        var item = Given.Item(Given.Firearm, [.. changed]);

        var carried = CorrectSeizure.DecideForItem(item, new(Given.SeizureId, Moved, Given.Reason));

        Assert.Equal((LegalBasis.Administrative, LegalJustification.Possession, LocationKind.LandBorders),
            (carried!.After.LegalBasis, carried.After.LegalJustification, carried.After.LocationKind));
    }

    [Fact]
    public void A_corrected_seizure_is_carried_to_its_items_only_where_they_change()
    {
        var item = Given.Item(Given.Firearm);

        Assert.Null(CorrectSeizure.DecideForItem(item, new(Given.SeizureId, Given.Circumstances with { Place = Given.Text("Cádiz") }, Given.Reason)));
        Assert.Equal(LocationKind.LandBorders, CorrectSeizure.DecideForItem(item, new(Given.SeizureId, Moved, Given.Reason))!.After.LocationKind);
    }

    [Fact]
    public void An_identification_outlives_a_correction_of_something_else()
    {
        var item = Given.Item(Given.Firearm, [.. IdentifySeizedItem.Decide(Given.Item(Given.Firearm), Identify, []).Value]);
        var corrected = CorrectSeizedItem.Decide(
            item, Correct(Given.Firearm with { Calibre = Marks.Values.Known.Of(Given.Text(".45 ACP")) }), [], Given.Now).Value;

        Assert.Equal(Trace, Given.Item(Given.Firearm, [.. IdentifySeizedItem.Decide(Given.Item(Given.Firearm), Identify, []).Value, .. corrected]).FirearmId);
    }

    [Fact]
    public void A_registered_arm_that_another_item_is_cannot_be_this_item_without_a_reason()
    {
        var other = new SameArm(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8003"), Given.SeizureId, "2020", "Policía Nacional", "PN-1");

        Assert.Equal("already-recorded", IdentifySeizedItem.Decide(Given.Item(Given.Firearm), Identify, [other]).Refusal?.Name);
    }

    [Fact]
    public void A_link_can_be_withdrawn_and_made_once()
    {
        var link = new LinkDuplicate(Given.SeizureId, Given.ItemId, new DuplicateLink(Trace, Given.Reason));
        var linked = Given.Item(Given.Firearm, [.. LinkDuplicate.Decide(Given.Item(Given.Firearm), link).Value]);
        var unlink = new UnlinkDuplicate(Given.SeizureId, Given.ItemId, Given.Reason);

        Assert.Equal("not-a-duplicate", LinkDuplicate.Decide(linked, link).Refusal?.Name);
        Assert.Equal("not-a-duplicate", UnlinkDuplicate.Decide(Given.Item(Given.Firearm), unlink).Refusal?.Name);
        linked.Apply((SeizedItemUnlinkedAsDuplicate)UnlinkDuplicate.Decide(linked, unlink).Value[0]);
        Assert.Null(linked.DuplicateOf);
    }

    private static SeizureCircumstances Moved => Given.Circumstances with { LocationKind = LocationKind.LandBorders };

    private static ChangeLegalBasis Administrative => new(
        Given.SeizureId, Given.ItemId, LegalBasis.Administrative, LegalJustification.Possession, Given.Day("2020-06-01"), Given.Reason);

    private static EstablishOrigin Establish => new(
        Given.SeizureId, Given.ItemId, Given.Text("Report 12"), Given.Text("Centro de Inteligencia"), Given.Day("2020-09-01"));

    private static IdentifySeizedItem Identify => new(Given.SeizureId, Given.ItemId, Trace, IdentifiedBy.Documents, Given.Reason);

    private static CorrectSeizedItem Correct(SeizedItemEntry item) => new(Given.SeizureId, Given.ItemId, item, Given.Reason);

    private static RestoreSeizedMarks Restore(bool names) => new(
        Given.SeizureId, Given.ItemId, MarkText.Parse("AB12345").GetOrThrow(), null, names, RestorationMethod.Etching, true,
        Given.Text("LAB-1"), Given.Day("2020-06"));

    private static SeizedItem Traced(SeizedItemEntry entry, Func<OutcomeFacts, OutcomeFacts> learn) =>
        Given.Item(entry, OutcomeDecider.Redecide(Given.Item(entry), learn, Trace)!);
}

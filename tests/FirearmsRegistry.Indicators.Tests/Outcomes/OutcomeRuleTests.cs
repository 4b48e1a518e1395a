using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Indicators.Tests.Outcomes;

public sealed class OutcomeRuleTests
{
    private static readonly OutcomeFacts RecordedHere = Facts.TracedInVain with { Record = RegistryRecord.Here };

    [Fact]
    public void Row_1_unknown_marking_is_line_3() =>
        Expect("3", 1, "marking_state_unknown", Facts.Untraced with { Marking = MarkingState.Unknown });

    [Theory]
    [InlineData(ArmCondition.Assembled)]
    [InlineData(ArmCondition.OtherwiseIllicitlyManufactured)]
    public void Row_2_a_never_marked_arm_that_was_made_illicitly_is_line_2b(ArmCondition condition) =>
        Expect("2.b", 2, "never_marked_and_illicitly_manufactured", Facts.Untraced with { Marking = MarkingState.NeverMarked, Condition = condition });

    [Theory]
    [InlineData(MarkingState.Erased)]
    [InlineData(MarkingState.Altered)]
    public void Row_3_erased_or_altered_marks_are_line_2a_whatever_the_condition(MarkingState marking)
    {
        foreach (var condition in Enum.GetValues<ArmCondition>())
        {
            Expect("2.a", 3, "marks_erased_or_altered_and_not_restored", Facts.Untraced with { Marking = marking, Condition = condition });
        }
    }

    [Theory]
    [InlineData(MarkingState.NeverMarked, ArmCondition.IndustriallyManufactured)]
    [InlineData(MarkingState.NeverMarked, ArmCondition.Converted)]
    [InlineData(MarkingState.NeverMarked, ArmCondition.Reactivated)]
    [InlineData(MarkingState.NeverMarked, ArmCondition.Modified)]
    [InlineData(MarkingState.NeverMarked, ArmCondition.Unknown)]
    [InlineData(MarkingState.NotUniquelyMarked, ArmCondition.Assembled)]
    public void Row_4_any_other_arm_without_unique_marks_is_line_2c(MarkingState marking, ArmCondition condition) =>
        Expect("2.c", 4, "not_uniquely_marked", Facts.Untraced with { Marking = marking, Condition = condition });

    [Theory]
    [InlineData(Intake.Seized)]
    [InlineData(Intake.Found)]
    [InlineData(Intake.Surrendered)]
    public void Row_5_an_authorised_holder_in_possession_is_line_1_1_even_after_a_theft(Intake intake) =>
        Expect("1.1", 5, "possessor_is_authorised_holder", RecordedHere with
        {
            Intake = intake,
            PossessorIsHolder = Truth.Yes,
            AuthorisationValid = Truth.Yes,
            TheftRecorded = true,
        });

    [Theory]
    [InlineData(Intake.Found)]
    [InlineData(Intake.Surrendered)]
    public void Row_5_found_or_surrendered_without_recorded_diversion_is_line_1_1(Intake intake) =>
        Expect("1.1", 5, "came_in_without_recorded_diversion", RecordedHere with { Intake = intake });

    [Theory]
    [InlineData(Truth.Yes, Truth.No)]
    [InlineData(Truth.Yes, Truth.Unknown)]
    [InlineData(Truth.No, Truth.Yes)]
    [InlineData(Truth.Unknown, Truth.Yes)]
    [InlineData(Truth.Unknown, Truth.Unknown)]
    public void Row_6_a_seized_arm_recorded_here_is_line_1_2_unless_its_authorised_holder_had_it(Truth possessorIsHolder, Truth authorised) =>
        Expect("1.2", 6, "last_legal_record_here", RecordedHere with { PossessorIsHolder = possessorIsHolder, AuthorisationValid = authorised });

    [Theory]
    [InlineData(Intake.Found, true, false)]
    [InlineData(Intake.Found, false, true)]
    [InlineData(Intake.Surrendered, true, true)]
    public void Row_6_found_or_surrendered_after_theft_or_unlawful_transfer_is_line_1_2(Intake intake, bool theft, bool unlawful) =>
        Expect("1.2", 6, "last_legal_record_here", RecordedHere with { Intake = intake, TheftRecorded = theft, UnlawfulTransferRecorded = unlawful });

    [Theory]
    [InlineData(RegistryRecord.NotFound)]
    [InlineData(RegistryRecord.Exported)]
    public void Row_7_a_last_legal_record_confirmed_abroad_is_line_1_3(RegistryRecord record) =>
        Expect("1.3", 7, "last_legal_record_confirmed_abroad", Facts.TracedInVain with { Record = record, ForeignAnswer = ForeignAnswer.Confirmed });

    [Fact]
    public void Row_8_a_point_of_diversion_established_otherwise_is_line_1_4_even_without_any_request() =>
        Expect("1.4", 8, "established_otherwise", Facts.Untraced with { EstablishedOtherwise = Facts.Intelligence });

    [Fact]
    public void Row_9_no_request_is_line_1_7() => Expect("1.7", 9, "no_request_made", Facts.Untraced);

    [Fact]
    public void Row_9_a_request_withdrawn_before_the_search_is_line_1_7() =>
        Expect("1.7", 9, "withdrawn_before_search", Facts.Untraced with { Request = RequestState.WithdrawnBeforeSearch });

    [Theory]
    [InlineData(RequestState.Open, RequestState.None)]
    [InlineData(RequestState.Delayed, RequestState.None)]
    [InlineData(RequestState.Partial, RequestState.Closed)]
    [InlineData(RequestState.Closed, RequestState.Open)]
    [InlineData(RequestState.Closed, RequestState.Delayed)]
    [InlineData(RequestState.Closed, RequestState.Partial)]
    public void Row_10_a_request_or_onward_request_not_ended_is_line_1_5(RequestState request, RequestState onward) =>
        Expect("1.5", 10, "request_pending", Facts.TracedInVain with { Request = request, OnwardRequest = onward });

    [Fact]
    public void Row_10_an_export_unanswered_within_its_clock_is_line_1_5() =>
        Expect("1.5", 10, "export_unanswered_within_clock", Facts.TracedInVain with { Record = RegistryRecord.Exported, AnswerClockRunning = true });

    [Fact]
    public void Row_11_a_trace_that_found_nothing_is_line_1_6() =>
        Expect("1.6", 11, "closed_without_point_of_diversion", Facts.TracedInVain);

    [Theory]
    [InlineData(ForeignAnswer.None, false)]
    [InlineData(ForeignAnswer.Negative, true)]
    public void Row_11_an_export_whose_clock_ran_out_or_that_was_answered_negatively_is_line_1_6(ForeignAnswer answer, bool clockRunning) =>
        Expect("1.6", 11, "closed_without_point_of_diversion", Facts.TracedInVain with
        {
            Record = RegistryRecord.Exported,
            ForeignAnswer = answer,
            AnswerClockRunning = clockRunning,
        });

    [Theory]
    [InlineData(MarkingState.Erased)]
    [InlineData(MarkingState.Altered)]
    public void Restored_marks_are_traced_like_unique_ones(MarkingState asFound) =>
        Expect("1.6", 11, "closed_without_point_of_diversion", Facts.TracedInVain with { Marking = asFound, MarksRestored = true });

    [Fact]
    public void An_establishment_without_a_source_cannot_be_stated() =>
        Assert.Throws<ArgumentException>(() => new OtherEstablishment("  "));

    private static void Expect(string line, int row, string reason, OutcomeFacts facts) =>
        Assert.Equal(new OutcomeDecision(OutcomeLines.Parse(line), row, reason), OutcomeRule.Decide(facts));
}

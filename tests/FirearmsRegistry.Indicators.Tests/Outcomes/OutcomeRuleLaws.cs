using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FirearmsRegistry.Indicators.Tests.Outcomes;

[Properties(Arbitrary = [typeof(OutcomeRuleLaws)], MaxTest = 2000)]
public sealed class OutcomeRuleLaws
{
    private static readonly string[] LineOfRow = ["3", "2.b", "2.a", "2.c", "1.1", "1.2", "1.3", "1.4", "1.7", "1.5", "1.6"];

    public static Arbitrary<OutcomeFacts> AnyFacts() => Arb.From(
        from intake in Any<Intake>()
        from marking in Any<MarkingState>()
        from restored in Any()
        from condition in Any<ArmCondition>()
        from record in Any<RegistryRecord>()
        from possessorIsHolder in Any<Truth>()
        from authorised in Any<Truth>()
        from theft in Any()
        from unlawful in Any()
        from request in Any<RequestState>()
        from onward in Any<RequestState>()
        from answer in Any<ForeignAnswer>()
        from clock in Any()
        from established in Any()
        select new OutcomeFacts
        {
            Intake = intake,
            Marking = marking,
            MarksRestored = restored,
            Condition = condition,
            Record = record,
            PossessorIsHolder = possessorIsHolder,
            AuthorisationValid = authorised,
            TheftRecorded = theft,
            UnlawfulTransferRecorded = unlawful,
            Request = request,
            OnwardRequest = onward,
            ForeignAnswer = answer,
            AnswerClockRunning = clock,
            EstablishedOtherwise = established ? Facts.Intelligence : null,
        });

    [Property]
    public bool Every_combination_has_one_line_and_it_is_the_line_of_its_row(OutcomeFacts facts)
    {
        var decision = OutcomeRule.Decide(facts);
        return decision.Line.Code() == LineOfRow[decision.Row - 1] && decision == OutcomeRule.Decide(facts);
    }

    [Property]
    public bool The_group_follows_from_the_marks_alone(OutcomeFacts facts)
    {
        var line = OutcomeRule.Decide(facts).Line;
        return facts.Marking == MarkingState.Unknown ? line == OutcomeLine.MarkingUnknown
            : facts.IsUniquelyMarked ? line.IsUniquelyIdentifiable()
            : line.IsNotUniquelyIdentifiable();
    }

    [Property]
    public bool No_trace_moves_an_arm_without_unique_marks(OutcomeFacts facts, OutcomeFacts others) =>
        facts.IsUniquelyMarked
        || OutcomeRule.Decide(facts).Line == OutcomeRule.Decide(others with
        {
            Marking = facts.Marking,
            MarksRestored = facts.MarksRestored,
            Condition = facts.Condition,
        }).Line;

    [Property]
    public bool The_condition_never_moves_an_arm_with_unique_marks(OutcomeFacts facts, ArmCondition condition) =>
        !facts.IsUniquelyMarked || OutcomeRule.Decide(facts) == OutcomeRule.Decide(facts with { Condition = condition });

    [Property]
    public bool A_record_here_goes_before_whatever_is_said_elsewhere(OutcomeFacts facts)
    {
        var line = OutcomeRule.Decide(facts with { Marking = MarkingState.UniquelyMarked, Record = RegistryRecord.Here }).Line;
        return line is OutcomeLine.LegitimateOwner or OutcomeLine.IllegitimateOwner;
    }

    [Property]
    public bool A_confirmation_abroad_goes_before_an_establishment_and_both_before_the_state_of_requests(OutcomeFacts facts)
    {
        var elsewhere = facts with
        {
            Marking = MarkingState.UniquelyMarked,
            Record = RegistryRecord.Exported,
            EstablishedOtherwise = Facts.Intelligence,
        };
        return OutcomeRule.Decide(elsewhere with { ForeignAnswer = ForeignAnswer.Confirmed }).Line == OutcomeLine.ForeignRegistry
            && OutcomeRule.Decide(elsewhere with { ForeignAnswer = ForeignAnswer.Negative }).Line == OutcomeLine.OtherwiseIdentified;
    }

    [Property]
    public bool Learning_more_of_thefts_never_makes_an_owner_legitimate(OutcomeFacts facts)
    {
        var before = OutcomeRule.Decide(facts with { TheftRecorded = true, UnlawfulTransferRecorded = true }).Line;
        return before != OutcomeLine.LegitimateOwner || OutcomeRule.Decide(facts).Line == OutcomeLine.LegitimateOwner;
    }

    [Property]
    public bool An_establishment_stands_beside_exactly_the_lines_that_are_not_unique(OutcomeFacts facts) =>
        OutcomeRule.Decide(facts).EstablishedElsewhere == (facts.EstablishedOtherwise is not null && !facts.IsUniquelyMarked);

    [Property]
    public bool Every_trace_that_ended_is_off_the_pending_line_once_the_clock_has_run_out(OutcomeFacts facts) =>
        OutcomeRule.Decide(facts with
        {
            Request = RequestState.Closed,
            OnwardRequest = RequestState.Closed,
            AnswerClockRunning = false,
        }).Line is not (OutcomeLine.Pending or OutcomeLine.NotInitiated);

    private static Gen<bool> Any() => Gen.Elements(false, true);

    private static Gen<T> Any<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());
}

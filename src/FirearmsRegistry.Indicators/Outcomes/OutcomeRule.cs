using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Indicators.Outcomes;

/// <summary>
/// Puts an arm into its line of IAFQ tables 5.1 to 5.3. Eleven rows are tried in order and the first that matches decides;
/// the last matches always, so every arm has exactly one line.
/// </summary>
public static class OutcomeRule
{
    /// <summary>Decides the line from what is known now. Later knowledge is decided anew, never patched in.</summary>
    public static OutcomeDecision Decide(OutcomeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var decision = facts.Marking is MarkingState.Unknown
            ? new OutcomeDecision(OutcomeLine.MarkingUnknown, 1, "marking_state_unknown")
            : facts.IsUniquelyMarked ? ByTrace(facts) : ByDamage(facts);
        return decision with { EstablishedElsewhere = facts.EstablishedOtherwise is not null && !decision.Line.IsUniquelyIdentifiable() };
    }

    private static OutcomeDecision ByDamage(OutcomeFacts facts) => facts switch
    {
        { Marking: MarkingState.NeverMarked, Condition: ArmCondition.Assembled or ArmCondition.OtherwiseIllicitlyManufactured } =>
            new(OutcomeLine.IllicitlyManufactured, 2, "never_marked_and_illicitly_manufactured"),
        { Marking: MarkingState.Erased or MarkingState.Altered } =>
            new(OutcomeLine.ErasedOrAltered, 3, "marks_erased_or_altered_and_not_restored"),
        _ => new(OutcomeLine.NoFurtherInformation, 4, "not_uniquely_marked"),
    };

    private static OutcomeDecision ByTrace(OutcomeFacts facts) => facts switch
    {
        { Record: RegistryRecord.Here, PossessorIsHolder: Truth.Yes, AuthorisationValid: Truth.Yes } =>
            new(OutcomeLine.LegitimateOwner, 5, "possessor_is_authorised_holder"),
        { Record: RegistryRecord.Here, Intake: Intake.Found or Intake.Surrendered, TheftRecorded: false, UnlawfulTransferRecorded: false } =>
            new(OutcomeLine.LegitimateOwner, 5, "came_in_without_recorded_diversion"),
        { Record: RegistryRecord.Here } => new(OutcomeLine.IllegitimateOwner, 6, "last_legal_record_here"),
        { ForeignAnswer: ForeignAnswer.Confirmed } => new(OutcomeLine.ForeignRegistry, 7, "last_legal_record_confirmed_abroad"),
        { EstablishedOtherwise: not null } => new(OutcomeLine.OtherwiseIdentified, 8, "established_otherwise"),
        _ when NeverSearched(facts.Request) && NeverSearched(facts.OnwardRequest) =>
            new(OutcomeLine.NotInitiated, 9, (facts.Request, facts.OnwardRequest) is (RequestState.None, RequestState.None) ? "no_request_made" : "withdrawn_before_search"),
        _ when IsPending(facts.Request) || IsPending(facts.OnwardRequest) => new(OutcomeLine.Pending, 10, "request_pending"),
        { Record: RegistryRecord.Exported, ForeignAnswer: ForeignAnswer.None, AnswerClockRunning: true } =>
            new(OutcomeLine.Pending, 10, "export_unanswered_within_clock"),
        _ => new(OutcomeLine.NotIdentified, 11, "closed_without_point_of_diversion"),
    };

    private static bool NeverSearched(RequestState state) => state is RequestState.None or RequestState.WithdrawnBeforeSearch;

    private static bool IsPending(RequestState state) => state is RequestState.Open or RequestState.Delayed or RequestState.Partial;
}

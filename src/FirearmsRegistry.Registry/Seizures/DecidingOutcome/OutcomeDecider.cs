using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Registry.Seizures.DecidingOutcome;

/// <summary>
/// Decides the outcome line of an item anew whenever something relevant is learnt. The only place where
/// <see cref="SeizedItemOutcomeDecided"/> is made, whoever learnt it.
/// </summary>
public static class OutcomeDecider
{
    /// <summary>The outcome of an arm as it is recorded, before anybody has asked for a trace; null for parts and ammunition.</summary>
    public static SeizedItemOutcomeDecided? Begin(SeizedItemEntry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item is { Kind: ItemKind.Firearm, Arm: { } arm } ? Decide(WithoutRequest(item.Intake, arm), null) : null;
    }

    /// <summary>Decides from the last facts with a change; null where neither the facts nor the request became others.</summary>
    /// <param name="item">The item as it stands, the events of this change not yet folded.</param>
    /// <param name="learn">What is known now, from what was known.</param>
    /// <param name="traceRequestId">The trace request whose result the facts hold.</param>
    public static SeizedItemOutcomeDecided? Redecide(SeizedItem item, Func<OutcomeFacts, OutcomeFacts> learn, Guid? traceRequestId)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(learn);
        var facts = item.Outcome?.Facts ?? (item.Item is { Kind: ItemKind.Firearm, Arm: { } arm } ? FirstFacts(item, arm) : null);
        if (facts is null)
            return null;
        var decided = Decide(learn(facts), traceRequestId);
        return decided == item.Outcome ? null : decided;
    }

    /// <summary>The same for a change that has nothing to do with a trace: the request that is known stays.</summary>
    public static SeizedItemOutcomeDecided? Redecide(SeizedItem item, Func<OutcomeFacts, OutcomeFacts> learn)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Redecide(item, learn, item.Outcome?.TraceRequestId);
    }

    /// <summary>The outcome of an item whose entry is corrected; null where the line stays or the item is no arm.</summary>
    public static SeizedItemOutcomeDecided? AfterCorrection(SeizedItem item, SeizedItemEntry corrected)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(corrected);
        if (corrected is not { Kind: ItemKind.Firearm, Arm: { } arm })
            return null;
        if (item.Outcome is null)
            return Decide(FirstFacts(item, arm) with { Intake = corrected.Intake }, null);
        return Redecide(item, facts => facts with { Intake = corrected.Intake, Marking = arm.Marking, Condition = arm.Condition });
    }

    /// <summary>What an authority established, as the rule takes it.</summary>
    public static OtherEstablishment Establishment(SeizedItemOriginEstablished origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new OtherEstablishment($"{origin.Authority}: {origin.Source}");
    }

    private static SeizedItemOutcomeDecided Decide(OutcomeFacts facts, Guid? traceRequestId)
    {
        var decision = OutcomeRule.Decide(facts);
        return new(facts, decision.Line, decision.Row, decision.Reason, decision.EstablishedElsewhere, traceRequestId);
    }

    private static OutcomeFacts FirstFacts(SeizedItem item, SeizedArm arm) => WithoutRequest(item.Item.Intake, arm) with
    {
        MarksRestored = item.MarksRestored,
        EstablishedOtherwise = item.Origin is { } origin ? Establishment(origin) : null,
    };

    private static OutcomeFacts WithoutRequest(Intake intake, SeizedArm arm) => new()
    {
        Intake = intake,
        Marking = arm.Marking,
        MarksRestored = false,
        Condition = arm.Condition,
        Record = RegistryRecord.NotSearched,
        PossessorIsHolder = Truth.Unknown,
        AuthorisationValid = Truth.Unknown,
        TheftRecorded = false,
        UnlawfulTransferRecorded = false,
        Request = RequestState.None,
        OnwardRequest = RequestState.None,
        ForeignAnswer = ForeignAnswer.None,
        AnswerClockRunning = false,
        EstablishedOtherwise = null,
    };
}

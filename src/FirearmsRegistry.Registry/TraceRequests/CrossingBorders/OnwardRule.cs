using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>
/// What a request to another State means for the first one of its tree, and for the item where that is a domestic one. Each of its answers
/// is decided upon once, in the transaction that records it.
/// </summary>
public static class OnwardRule
{
    /// <summary>A request was sent on: while it is open, the tracing of the item is pending.</summary>
    public static TraceDecision Sent(TraceRequest root, SeizedItem? item, Guid onward, CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(root);
        var sent = new OnwardRequestSent(onward, country);
        if (item is null || root.Outcome is not { } before)
            return new TraceDecision([sent], []);
        return TraceDecision.Conclude(root, item, [sent], root.HasEnded ? before.State : TraceRequestState.InProgress, before.Outcome,
            facts => facts with { OnwardRequest = RequestState.Open, AnswerClockRunning = true });
    }

    /// <summary>The other State answered. A part or a delay leaves everything pending.</summary>
    public static TraceDecision Answered(
        TraceRequest root, SeizedItem? item, Guid onward, CountryCode country, OutboundTraceAnswered answer, WaitingState waiting)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(answer);
        if (!AnswerRules.IsFinal(answer.Answer.Kind))
            return Reopened(root, item, onward, country);
        return Conclude(root, item, Ended(root, onward, country, AnswerRules.StateAfter(answer.Answer.Kind)), country, answer, StillOpen(root, onward),
            waiting);
    }

    /// <summary>The wait for the other State ended without an answer in time.</summary>
    public static TraceDecision NotRepliedTo(TraceRequest root, SeizedItem? item, Guid onward, CountryCode country, DateTimeOffset dueAt)
    {
        ArgumentNullException.ThrowIfNull(root);
        var ended = Ended(root, onward, country, TraceRequestState.NoReply);
        if (item is null || root.Outcome is not { } before || root.State == TraceRequestState.Withdrawn)
            return new TraceDecision(ended, ItemWithoutWait(root, item, onward));
        if (StillOpen(root, onward) || IsSettled(root))
            return Kept(root, item, ended, before, onward);
        return TraceDecision.Conclude(root, item, [.. ended, new OnwardAnswerOverdue(country, dueAt)], TraceRequestState.NoReply, TraceOutcome.NoReply,
            facts => facts with { Request = RequestState.Closed, OnwardRequest = RequestState.Closed, AnswerClockRunning = false });
    }

    /// <summary>
    /// The request ended without a final answer: withdrawn, expired, or closed after a part. Where the arm was exported and nobody else was
    /// asked, the first request waits again for the State to be asked with which the trail goes on.
    /// </summary>
    public static TraceDecision EndedUnanswered(
        TraceRequest root, SeizedItem? item, Guid onward, CountryCode country, TraceRequestState state, WaitingState waiting)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(waiting);
        var ended = Ended(root, onward, country, state);
        if (ended.Count == 0)
            return TraceDecision.Nothing;
        if (item is null || root.Outcome is not { } before || root.State == TraceRequestState.Withdrawn)
            return new TraceDecision(ended, ItemWithoutWait(root, item, onward));
        if (!root.HasEnded && !StillOpen(root, onward) && NextOf(root) is { } next)
            return new TraceDecision([.. ended, new OnwardRequestRecorded(next, waiting.Until)], []);
        return Kept(root, item, ended, before, onward);
    }

    /// <summary>The request was closed after a part of an answer, which then was all of it.</summary>
    public static TraceDecision ClosedAfterPart(
        TraceRequest root, SeizedItem? item, Guid onward, CountryCode country, OutboundTraceAnswered part, WaitingState waiting)
    {
        ArgumentNullException.ThrowIfNull(root);
        var ended = Ended(root, onward, country, TraceRequestState.Closed);
        return ended.Count == 0 ? TraceDecision.Nothing : Conclude(root, item, ended, country, part, StillOpen(root, onward), waiting);
    }

    private static TraceDecision Conclude(
        TraceRequest root, SeizedItem? item, IReadOnlyList<object> ended, CountryCode country, OutboundTraceAnswered answer, bool stillOpen,
        WaitingState waiting)
    {
        if (item is null)
            return new TraceDecision(ended, []);
        var meaning = AnswerMeaning.Of(answer.Answer, country, waiting.Country);
        var reason = meaning.Kind == ForeignAnswerKind.Refused ? answer.Answer.Reason : null;
        var recorded = new ForeignAnswerRecorded(answer.AnswerId, country, meaning.Kind, reason, reason is null ? null : answer.Answer.Explanation,
            answer.Source, answer.Reference, answer.AnsweredOn, meaning.NextCountry);
        return root.State == TraceRequestState.Withdrawn
            ? new TraceDecision([.. ended, recorded], ItemAnswered(root, item, recorded, stillOpen))
            : RecordForeignAnswer.Conclude(root, item, [.. ended, recorded], recorded, stillOpen, waiting);
    }

    /// <summary>A late part or delay, after the wait had ended: the State is waited for again.</summary>
    private static TraceDecision Reopened(TraceRequest root, SeizedItem? item, Guid onward, CountryCode country) =>
        root.OpenOnward.ContainsKey(onward) ? TraceDecision.Nothing : Sent(root, item, onward, country);

    private static IReadOnlyList<object> Ended(TraceRequest root, Guid onward, CountryCode country, TraceRequestState state) =>
        root.OpenOnward.ContainsKey(onward) ? [new OnwardRequestEnded(onward, country, state)] : [];

    /// <summary>The State with which the trail goes on: as another one answered last, else as the chain here has it.</summary>
    private static CountryCode? NextOf(TraceRequest root) =>
        root.Answers.LastOrDefault(answer => answer.Answer == ForeignAnswerKind.Exported)?.NextCountry ?? root.Chain?.LastLegalRecord?.ExportedTo;

    private static bool StillOpen(TraceRequest root, Guid onward) => root.OpenOnward.Keys.Any(open => open != onward);

    private static bool IsSettled(TraceRequest root) => root.Chain?.LastLegalRecord is { IsExport: false }
        || root.Answers.Exists(answer => answer.Answer == ForeignAnswerKind.Positive);

    private static TraceDecision Kept(
        TraceRequest root, SeizedItem item, IReadOnlyList<object> ended, TraceOutcomeDecided before, Guid onward)
    {
        var open = StillOpen(root, onward);
        var state = root.HasEnded || open ? before.State : TraceRequestState.Answered;
        return TraceDecision.Conclude(root, item, ended, state, before.Outcome, facts => WithoutWait(facts, open));
    }

    private static IReadOnlyList<object> ItemWithoutWait(TraceRequest root, SeizedItem? item, Guid onward) =>
        item is not null && OutcomeDecider.Redecide(item, facts => WithoutWait(facts, StillOpen(root, onward)), root.Id) is { } redecided
            ? [redecided]
            : [];

    private static IReadOnlyList<object> ItemAnswered(TraceRequest root, SeizedItem item, ForeignAnswerRecorded recorded, bool stillOpen) =>
        OutcomeDecider.Redecide(item, facts => RecordForeignAnswer.Learn(root, recorded, facts, stillOpen), root.Id) is { } redecided ? [redecided] : [];

    private static OutcomeFacts WithoutWait(OutcomeFacts facts, bool stillOpen) => facts with
    {
        OnwardRequest = stillOpen ? RequestState.Open : RequestState.Closed,
        AnswerClockRunning = stillOpen,
    };
}

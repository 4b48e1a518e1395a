using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>What happens to the request and to its item, in one transaction.</summary>
/// <param name="OfRequest">Events of the request.</param>
/// <param name="OfItem">Events of the item.</param>
public sealed record TraceDecision(IReadOnlyList<object> OfRequest, IReadOnlyList<object> OfItem)
{
    /// <summary>There is nothing to do.</summary>
    public static TraceDecision Nothing { get; } = new([], []);

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsNothing => OfRequest.Count == 0 && OfItem.Count == 0;

    /// <summary>
    /// Adds the outcome, the item's line and, where the request ends now, its end. The request for an item that is no firearm any more
    /// has no line to decide: it ends at once, without asking another State, so that nobody searches for it again.
    /// </summary>
    /// <param name="request">The request as it stands.</param>
    /// <param name="item">The item as it stands.</param>
    /// <param name="happened">What happened to the request before the outcome.</param>
    /// <param name="state">Where the request stands with it.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="learn">What is known of the item now, from what was known.</param>
    /// <param name="itemHappened">What happened to the item before its line was decided.</param>
    internal static TraceDecision Conclude(
        TraceRequest request, SeizedItem item, IReadOnlyList<object> happened, TraceRequestState state, TraceOutcome outcome,
        Func<OutcomeFacts, OutcomeFacts> learn, params IReadOnlyList<object> itemHappened)
    {
        var redecided = OutcomeDecider.Redecide(item, learn, request.Id);
        if ((redecided ?? item.Outcome) is not { } line)
            return new TraceDecision(WithoutLine(request, happened, outcome), itemHappened);
        var events = new List<object>(happened) { new TraceOutcomeDecided(state, outcome, line.Line, line.Row, line.Reason) };
        if (!request.HasEnded && state is not (TraceRequestState.InProgress or TraceRequestState.Acknowledged))
            events.Add(new TraceClosed(outcome));
        return new TraceDecision(events, redecided is null ? itemHappened : [.. itemHappened, redecided]);
    }

    private static IReadOnlyList<object> WithoutLine(TraceRequest request, IReadOnlyList<object> happened, TraceOutcome outcome)
    {
        var known = happened.Where(data => data is not OnwardRequestRecorded);
        return request.HasEnded ? [.. known] : [.. known, new TraceClosed(outcome)];
    }
}

using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>Queues what a change of an outbound request means for the first one of its tree, in the same transaction.</summary>
internal static class OnwardEffects
{
    /// <summary>Decides it from the events of the change; nothing where the first one does not care.</summary>
    public static TraceDecision Decide(
        TraceRequest request, IReadOnlyList<object> events, TraceRequest root, SeizedItem? item, WaitingState waiting)
    {
        var (id, country) = (request.Id, request.Abroad!.Country);
        foreach (var happened in events)
        {
            switch (happened)
            {
                case OutboundTraceSubmitted:
                    return OnwardRule.Sent(root, item, id, country);
                case OutboundTraceAnswered answer:
                    return OnwardRule.Answered(root, item, id, country, answer, waiting);
                case TraceNotRepliedTo late:
                    return OnwardRule.NotRepliedTo(root, item, id, country, late.DueAt);
                case CrossBorderTraceClosed when request.Abroad.LastReceived is { Answer: { Finding: not null } or { Facts.NextCountry: not null } } part:
                    return OnwardRule.ClosedAfterPart(root, item, id, country, part, waiting);
                case CrossBorderTraceClosed:
                    return OnwardRule.EndedUnanswered(root, item, id, country, TraceRequestState.Closed, waiting);
                case TraceWithdrawn:
                    return OnwardRule.EndedUnanswered(root, item, id, country, TraceRequestState.Withdrawn, waiting);
                case TraceExpired:
                    return OnwardRule.EndedUnanswered(root, item, id, country, TraceRequestState.Expired, waiting);
            }
        }

        return TraceDecision.Nothing;
    }

    /// <summary>Fetches the first request and its item, and queues what is decided.</summary>
    /// <param name="session">The unit of work.</param>
    /// <param name="request">The request before the change.</param>
    /// <param name="events">The change.</param>
    /// <param name="waiting">This State, and until when the first request would wait for another one to be asked.</param>
    /// <param name="cause">The request in whose human's name a job appends; null for people, in whose own name everything is.</param>
    /// <param name="token">Cancels.</param>
    public static async Task StageAsync(
        IDocumentSession session, TraceRequest request, IReadOnlyList<object> events, WaitingState waiting, TraceRequest? cause,
        CancellationToken token)
    {
        if (request.Kind != TraceKind.Outbound || request.Abroad!.RootId == request.Id)
            return;
        var rootStream = await session.Events.FetchForWriting<TraceRequest>(request.Abroad.RootId, token);
        var root = rootStream.Aggregate!;
        var itemStream = root.Kind == TraceKind.Domestic
            ? await session.Events.FetchForWriting<SeizedItem>(root.SeizedItemId, token)
            : null;
        var decision = Decide(request, events, root, itemStream?.Aggregate, waiting);
        Append(session, rootStream, decision.OfRequest, cause);
        if (itemStream is not null)
            Append(session, itemStream, decision.OfItem, cause);
    }

    private static void Append<T>(IDocumentSession session, IEventStream<T> stream, IReadOnlyList<object> events, TraceRequest? cause)
        where T : class
    {
        if (events.Count == 0)
            return;
        if (cause is null)
            stream.AppendMany(events);
        else
            TraceSearch.Append(session, stream, events, cause);
    }
}

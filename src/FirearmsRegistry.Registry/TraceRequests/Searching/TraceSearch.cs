using FirearmsRegistry.Registry.Seizures;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>
/// Searches one request and queues what follows in a session, for the job of one request and for the job of many. Both streams are
/// appended at the versions seen, so that of two runs at once one commits and the other finds it done.
/// </summary>
internal sealed class TraceSearch(NpgsqlDataSource database, TraceSettings settings, TimeProvider time)
{
    /// <summary>Queues the result; false where there is nothing to do.</summary>
    public async Task<bool> StageAsync(IDocumentSession session, Guid traceRequestId, CancellationToken token)
    {
        var stream = await session.Events.FetchForWriting<TraceRequest>(traceRequestId, token);
        if (stream.Aggregate is not { State: TraceRequestState.Acknowledged } request)
            return false;
        var itemStream = await session.Events.FetchForWriting<SeizedItem>(request.SeizedItemId, token);
        var item = itemStream.Aggregate!;
        var findings = await RegisterLookup.FindArmAsync(database, session, item, token);
        var chain = SearchTrace.ChainOf(item, findings);
        SearchLog.Entry(traceRequestId, request, findings, time.GetUtcNow())?.Queue(session);
        var holder = await RegisterLookup.FindHolderAsync(database, chain, token);
        var decision = SearchTrace.Decide(
            request, item, findings.Identified, chain, holder, time.GetUtcNow().AddDays(settings.ForeignAnswerDays));
        Append(session, stream, decision.OfRequest, request);
        Append(session, itemStream, decision.OfItem, request);
        return !decision.IsNothing;
    }

    /// <summary>Appends in the name of the human who filed the request, with the filing as the cause.</summary>
    public static void Append<T>(
        IDocumentSession session, IEventStream<T> stream, IReadOnlyList<object> events, TraceRequest request)
        where T : class
    {
        foreach (var data in events)
        {
            var happened = session.Events.BuildEvent(data);
            happened.UserName = request.RequestedBy;
            happened.CausationId = request.RequestedEvent.ToString();
            happened.CorrelationId = request.CorrelationId;
            stream.AppendOne(happened);
        }
    }
}

using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>
/// Searches requests and queues what follows in a session, for the job of one request and for the job of many. The streams are
/// appended at the versions seen, so that of two runs at once one commits and the other finds it done.
/// </summary>
internal sealed class TraceSearch(NpgsqlDataSource database, CatalogueStock catalogues, TraceSettings settings, TimeProvider time)
{
    /// <summary>
    /// Queues the results of searching some requests, and returns the requests that are dealt with, those with nothing to do among them.
    /// The others lead to an arm that one of those was found to be: they have to see its result first.
    /// </summary>
    public async Task<StagedSearches> StageAsync(IDocumentSession session, IReadOnlyList<Guid> traceRequestIds, CancellationToken token)
    {
        var dealtWith = new List<Guid>();
        var searches = new List<Search>();
        var arms = new HashSet<Guid>();
        foreach (var id in traceRequestIds)
        {
            var search = await SearchAsync(session, id, token);
            if (search?.Findings.Identified.FirearmId is { } arm && !arms.Add(arm))
                continue;
            dealtWith.Add(id);
            if (search is not null)
                searches.Add(search);
        }

        var reports = await OtherReportsAsync(session, arms, searches.Select(search => search.Item.Id).ToHashSet(), token);
        foreach (var search in searches)
            await StageAsync(session, search, reports, token);
        return new StagedSearches(dealtWith, searches.Count > 0);
    }

    private async Task<Search?> SearchAsync(IDocumentSession session, Guid traceRequestId, CancellationToken token)
    {
        var stream = await session.Events.FetchForWriting<TraceRequest>(traceRequestId, token);
        if (stream.Aggregate is not { Kind: TraceKind.Domestic, State: TraceRequestState.Acknowledged } request)
            return null;
        var itemStream = await session.Events.FetchForWriting<SeizedItem>(request.SeizedItemId, token);
        var item = itemStream.Aggregate!;
        var findings = await RegisterLookup.FindArmAsync(database, session, item, await catalogues.CurrentAsync(token), token);
        var chain = SearchTrace.ChainOf(item, findings);
        return new Search(stream, itemStream, findings, chain, await RegisterLookup.FindHolderAsync(database, chain, token));
    }

    private async Task StageAsync(IDocumentSession session, Search search, ILookup<Guid, SeizedItem> reports, CancellationToken token)
    {
        var (request, item) = (search.Request.Aggregate!, search.Item.Aggregate!);
        SearchLog.Queue(session, request, search.Findings, time.GetUtcNow());
        SeizedItem[] others = search.Findings.Identified.FirearmId is { } arm ? [.. reports[arm]] : [];
        var decision = SearchTrace.Decide(request, item, search.Findings.Identified, search.Chain, search.Holder, others,
            time.GetUtcNow().AddDays(settings.ForeignAnswerDays));
        Append(session, search.Request, decision.OfRequest, request);
        Append(session, search.Item, decision.OfItem, request);
        foreach (var link in decision.OfItem.OfType<SeizedItemLinkedAsDuplicate>())
            await RelinkAsync(session, item.Id, link, request, token);
    }

    /// <summary>The items not searched now that count as reports of the arms, while nobody else can add one or link one.</summary>
    internal static async Task<ILookup<Guid, SeizedItem>> OtherReportsAsync(
        IDocumentSession session, HashSet<Guid> arms, HashSet<Guid> searched, CancellationToken token)
    {
        var found = new List<SeizedItem>();
        var others = arms.Count == 0 ? [] : (await SameArms.ReportsUnderLockAsync(session, arms, token)).Where(id => !searched.Contains(id)).ToArray();
        if (others.Length > 0)
            await Duplicates.TakeTurnAsync(session, token);
        foreach (var id in others)
        {
            if (await session.Events.AggregateStreamAsync<SeizedItem>(id, token: token) is { DuplicateOf: null, FirearmId: not null } item)
                found.Add(item);
        }

        return found.ToLookup(item => item.FirearmId!.Value);
    }

    /// <summary>Keeps links one step long: what was linked to the item goes with it.</summary>
    private static async Task RelinkAsync(
        IDocumentSession session, Guid itemId, SeizedItemLinkedAsDuplicate link, TraceRequest request, CancellationToken token)
    {
        foreach (var duplicate in await Duplicates.OfAsync(session, itemId, token))
            Append(session, await session.Events.FetchForWriting<SeizedItem>(duplicate, token), [link], request);
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

    private sealed record Search(
        IEventStream<TraceRequest> Request, IEventStream<SeizedItem> Item, SearchFindings Findings, Chain? Chain, HolderStanding Holder);
}

/// <summary>What was queued.</summary>
/// <param name="DealtWith">The requests that need no further search once this is committed.</param>
/// <param name="Any">Whether there is anything to commit.</param>
internal sealed record StagedSearches(IReadOnlyList<Guid> DealtWith, bool Any);

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.GettingTree;

/// <summary>A request in its tree.</summary>
/// <param name="Id">The request.</param>
/// <param name="ParentId">The request with which it goes on; null for the first.</param>
/// <param name="Kind">Who asks whom.</param>
/// <param name="Country">The other State; null for a domestic one.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="RequestedAt">When it was filed, drafted or received.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record TraceTreeNode(
    Guid Id, Guid? ParentId, TraceKind Kind, CountryCode? Country, TraceRequestState State, TraceOutcome? Outcome, DateTimeOffset RequestedAt,
    DateTimeOffset? EndedAt);

/// <summary>The requests that belong together.</summary>
/// <param name="RootId">The first of them.</param>
/// <param name="Requests">All of them, parents before those that go on with them.</param>
/// <param name="Item">The seized item with which it began; null where another State's request began it.</param>
public sealed record TraceTree(Guid RootId, IReadOnlyList<TraceTreeNode> Requests, TracedItem? Item = null);

/// <summary>The seized, found or surrendered item that is traced.</summary>
/// <param name="SeizureId">Its seizure.</param>
/// <param name="ItemId">The item.</param>
public sealed record TracedItem(Guid SeizureId, Guid ItemId);

/// <summary><c>GET /trace-requests/{id}/tree</c>.</summary>
internal static class GetTraceTree
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<TraceTree>("/trace-requests/{id:guid}/tree", HandleAsync)
        .Named("getTraceTree", "The tree of requests to which one belongs: the first, and all that go on with it")
        .Requires(AccessPolicy.ReadTraces);

    private static async Task<IResult> HandleAsync(
        Guid id, IQuerySession session, LentInformationReader trees, HttpContext http, CancellationToken token)
    {
        if (await session.LoadAsync<TraceRequestDetails>(id, token) is not { } request)
            return ProblemDocuments.From(Refusal.NotFound(TraceRequestErrors.Record, id), http);
        var root = request.CrossBorder?.RootId ?? id;
        var ids = (await trees.TreeAsync(root, token)).Prepend(root).Distinct().ToArray();
        var loaded = await session.LoadManyAsync<TraceRequestDetails>(token, ids);
        return Resources.Of(new TraceTree(root, [.. loaded.OrderBy(one => one.RequestedAt).ThenBy(one => one.Id).Select(Node)],
            await ItemAsync(session, loaded.Select(one => one.SeizedItemId).OfType<Guid>().FirstOrDefault(), token)));
    }

    private static async Task<TracedItem?> ItemAsync(IQuerySession session, Guid item, CancellationToken token) =>
        item != Guid.Empty && await session.LoadAsync<SeizedItemDetails>(item, token) is { } details ? new TracedItem(details.SeizureId, item) : null;

    private static TraceTreeNode Node(TraceRequestDetails request) => new(request.Id, request.CrossBorder?.ParentId, request.Kind,
        request.CrossBorder?.Country, request.State, request.Outcome, request.RequestedAt, request.EndedAt);
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Relating;

/// <summary>
/// <c>GET /trace-requests/{id}/related-arms</c>: other arms of the same shipment or buyer. It looks into the records of other arms, so it
/// needs a reason and is logged.
/// </summary>
internal static class GetRelatedArms
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IReadOnlyList<RelatedArms>>("/trace-requests/{id:guid}/related-arms", HandleAsync)
        .Named("getRelatedArms", "Other registered arms that came in the same shipment as the traced one, or went to the same buyer")
        .Requires(AccessPolicy.ReadTraces)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Guid id, GivenQueryReason reason, IQuerySession session, NpgsqlDataSource database, TimeProvider time, HttpContext http,
        CancellationToken token)
    {
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(id, token: token);
        if (request is null)
            return ProblemDocuments.From(Refusal.NotFound(TraceRequestErrors.Record, id), http);
        if (request is not { Chain: { } chain, FirearmId: { } firearm })
            return ProblemDocuments.From(Refusal.NotFound("chain of a trace request", id), http);
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var found = await RelatedArmsLookup.FindAsync(connection, firearm, chain, token);
        var entry = new AccessLogEntry(Actor.From(http.User), reason.Reason, "read_related_arms",
            new Dictionary<string, object?> { ["traceRequestId"] = id }, [.. found.SelectMany(related => related.FirearmIds).Distinct()],
            time.GetUtcNow());
        await entry.WriteAsync(connection, token);
        await transaction.CommitAsync(token);
        return Resources.Of(found);
    }
}

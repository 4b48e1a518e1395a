using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures.GettingHistory;

/// <summary><c>GET /seizures/{id}/history</c> and <c>GET /seizures/{id}/items/{itemId}/history</c>: everything, in order of recording.</summary>
internal static class GetSeizureHistory
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<IReadOnlyList<SeizureHistoryLine>>("/seizures/{id:guid}/history", OfSeizureAsync)
            .Named("getSeizureHistory", "What was recorded of a seizure, line by line")
            .Requires(AccessPolicy.ReadSeizures);
        routes.MapRead<IReadOnlyList<SeizureHistoryLine>>("/seizures/{id:guid}/items/{itemId:guid}/history", OfItemAsync)
            .Named("getSeizedItemHistory", "What was recorded of a seized item, line by line")
            .Requires(AccessPolicy.ReadSeizures);
    }

    private static async Task<IResult> OfSeizureAsync(
        Guid id, AsKnownAt asKnownAt, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        var lines = await LinesAsync(session, recorders, id, asKnownAt, token);
        return lines is [{ Details: SeizureRecorded }, ..]
            ? Resources.Of(lines)
            : ProblemDocuments.From(Refusal.NotFound("seizure", id), http);
    }

    private static async Task<IResult> OfItemAsync(
        Guid id, Guid itemId, AsKnownAt asKnownAt, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        var lines = await LinesAsync(session, recorders, itemId, asKnownAt, token);
        return lines is [{ Details: SeizedItemRecorded recorded }, ..] && recorded.SeizureId == id
            ? Resources.Of(lines)
            : ProblemDocuments.From(Refusal.NotFound("seized item", itemId), http);
    }

    private static async Task<IReadOnlyList<SeizureHistoryLine>> LinesAsync(
        IQuerySession session, Recorders recorders, Guid id, AsKnownAt asKnownAt, CancellationToken token)
    {
        var events = await session.Events.FetchStreamAsync(id, timestamp: asKnownAt.Moment, token: token);
        // The id may be another area's record, which has no lines here.
        if (events is not [{ Data: SeizureRecorded or SeizedItemRecorded }, ..])
            return [];
        var names = await recorders.OfAsync(events, token);
        return [.. events.Select(happened => SeizureHistoryLine.Of(happened, names))];
    }
}

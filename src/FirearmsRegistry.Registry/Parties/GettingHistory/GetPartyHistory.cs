using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.GettingHistory;

/// <summary>
/// <c>GET /parties/{id}/history</c>: who recorded what and when. Those who may read parties see the values too; an auditor sees what
/// kind of change it was and which members it touched.
/// </summary>
internal static class GetPartyHistory
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<PartyHistoryLine>>("/parties/{id:guid}/history", HandleAsync)
        .Named("getPartyHistory", "Who recorded what of a party, and when")
        .Requires(AccessPolicy.ReadPartyHistory)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Guid id, AsKnownAt asKnownAt, PageRequest page, GivenQueryReason reason, IQuerySession session, PersonKeys keys,
        Recorders recorders, NpgsqlDataSource database, TimeProvider time, HttpContext http, CancellationToken token)
    {
        if (!TryPosition(page, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        var actor = Actor.From(http.User);
        var known = await ExistsAsync(session, id, asKnownAt, token);
        var mayRead = actor.Roles.Overlaps(AccessPolicy.ReadParties.Roles);
        var key = known && mayRead ? (await keys.LoadAsync([id], token)).GetValueOrDefault(id) : null;
        var entry = new AccessLogEntry(actor, reason.Reason, "read_party_history",
            new Dictionary<string, object?> { ["partyId"] = id, ["asKnownAt"] = asKnownAt.Moment, ["personalData"] = mayRead },
            known ? [id] : [], time.GetUtcNow());
        await entry.WriteAsync(database, token);
        if (!known)
            return ProblemDocuments.From(Refusal.NotFound(PartyErrors.Words, id), http);
        var events = await session.Events.FetchStreamAsync(
            id, version: after + page.Limit + 1, timestamp: asKnownAt.Moment, fromVersion: after + 1, token: token);
        var names = await recorders.OfAsync(events, token);
        return Resources.Of(Page<PartyHistoryLine>.Of(
            [.. events.Select(happened => PartyHistory.Tell(happened, names, key))], page.Limit,
            line => line.Version.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Ids of other records name streams too, whose events are not a party's.</summary>
    private static async Task<bool> ExistsAsync(IQuerySession session, Guid id, AsKnownAt asKnownAt, CancellationToken token) =>
        await session.Events.FetchStreamStateAsync(id, token) is { } state
        && state.AggregateType == typeof(Party)
        && (asKnownAt.Moment is not { } moment || state.Created <= moment);

    private static bool TryPosition(PageRequest page, out long after)
    {
        after = 0;
        return page.After is null || long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }
}

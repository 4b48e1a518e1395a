using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.GettingDetails;

/// <summary><c>GET /parties/{id}</c>: a party with its personal data, for a reason; written to the access log.</summary>
internal static class GetPartyDetails
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<PartyDetails>("/parties/{id:guid}", HandleAsync)
        .Named("getParty", "A party with its personal data, as it stands or as it was known at a moment")
        .Requires(AccessPolicy.ReadParties)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Guid id, AsKnownAt asKnownAt, GivenQueryReason reason, NpgsqlDataSource database, IQuerySession session, PersonKeys keys,
        TimeProvider time, HttpContext http, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var details = asKnownAt.Moment is { } moment
            ? await AsKnownAsync(session, keys, id, moment, token)
            : await PartyRows.FindAsync(connection, id, token);
        var entry = new AccessLogEntry(Actor.From(http.User), reason.Reason, "read_party",
            new Dictionary<string, object?> { ["partyId"] = id, ["asKnownAt"] = asKnownAt.Moment },
            details is null ? [] : [id], time.GetUtcNow());
        await entry.WriteAsync(connection, token);
        await transaction.CommitAsync(token);
        return details is null
            ? ProblemDocuments.From(Refusal.NotFound(PartyErrors.Words, id), http)
            : Resources.Of(http, details, details.Version);
    }

    private static async Task<PartyDetails?> AsKnownAsync(
        IQuerySession session, PersonKeys keys, Guid id, DateTimeOffset moment, CancellationToken token)
    {
        var party = await session.Events.AggregateStreamAsync<Party>(id, timestamp: moment, token: token);
        return party is null ? null : OpenedParty.Of(party, (await keys.LoadAsync([id], token)).GetValueOrDefault(id));
    }
}

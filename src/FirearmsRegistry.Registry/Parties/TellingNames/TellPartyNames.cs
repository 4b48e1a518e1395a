using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.TellingNames;

/// <summary>What a party is called.</summary>
/// <param name="Id">The party.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Its name; null after an erasure.</param>
public sealed record PartyName(Guid Id, PartyKind Kind, ShortText? Name);

/// <summary>
/// <c>POST /party-names</c>: the names of the parties that another record mentions, and nothing else of them: one entry of the access log for all.
/// </summary>
internal static class TellPartyNames
{
    private const string Find =
        "select party_id, kind, details ->> 'name' from registry.party where party_id = any($1) order by party_id";

    /// <summary>The body.</summary>
    /// <param name="Parties">The parties, 200 at the most.</param>
    public sealed record PartyNamesRequest(IReadOnlyList<Guid> Parties);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapSearch<IReadOnlyList<PartyName>>("/party-names", HandleAsync)
        .Named("tellPartyNames", "The names of parties that another record mentions by their ids; those that do not exist are left out")
        .Requires(AccessPolicy.ReadParties)
        .Example(PartyExamples.Names)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Body<PartyNamesRequest> body, GivenQueryReason reason, NpgsqlDataSource database, TimeProvider time, HttpContext http, CancellationToken token)
    {
        var asked = body.Value.Parties;
        if (asked.Count is 0 or > PageRequest.Most)
        {
            return ProblemDocuments.From(Refusal.Input(new InputError(
                "/parties", asked.Count.ToString(CultureInfo.InvariantCulture), $"Must hold 1 to {PageRequest.Most} ids.")), http);
        }

        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var names = await FindAsync(connection, asked, token);
        var entry = new AccessLogEntry(Actor.From(http.User), reason.Reason, "read_party_names",
            new Dictionary<string, object?> { ["by"] = "id" }, [.. names.Select(party => party.Id)], time.GetUtcNow());
        await entry.WriteAsync(connection, token);
        await transaction.CommitAsync(token);
        return Resources.Of<IReadOnlyList<PartyName>>(names);
    }

    private static async Task<List<PartyName>> FindAsync(NpgsqlConnection connection, IReadOnlyList<Guid> ids, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Find, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        var found = new List<PartyName>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            found.Add(new PartyName(reader.GetGuid(0), PartyRows.Code<PartyKind>(reader.GetString(1)),
                await reader.IsDBNullAsync(2, token) ? null : ShortText.Parse(reader.GetString(2)).GetOrThrow()));
        }

        return found;
    }
}

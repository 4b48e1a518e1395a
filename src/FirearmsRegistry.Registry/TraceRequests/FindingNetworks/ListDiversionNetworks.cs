using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.TraceRequests.FindingNetworks;

/// <summary>A party or stock from which several traced arms were diverted. Traced arms are no random sample, and this accuses nobody.</summary>
/// <param name="Role">Which part it had in their last legal records.</param>
/// <param name="PartyId">The party; null for the State's stock where no party is on record.</param>
/// <param name="Category">In which role the party has arms.</param>
/// <param name="Arms">How many different registered arms.</param>
/// <param name="Traces">In how many traces.</param>
/// <param name="Shipments">From how many shipments, as far as their last legal records rest on a licence, deed or order.</param>
/// <param name="FirstIntakeOn">When the first of them came in.</param>
/// <param name="LastIntakeOn">When the last of them came in.</param>
/// <param name="MedianTimeToCrime">The median of days since the last legal transfer; null where it is defined for none of them.</param>
/// <param name="TimedArms">For how many of them it is defined.</param>
/// <param name="TraceRequestIds">The traces.</param>
/// <param name="KnownAt">As known then.</param>
public sealed record DiversionNetwork(
    DiversionRole Role,
    Guid? PartyId,
    PartyCategory? Category,
    int Arms,
    int Traces,
    int Shipments,
    PartialDate FirstIntakeOn,
    PartialDate LastIntakeOn,
    double? MedianTimeToCrime,
    int TimedArms,
    IReadOnlyList<Guid> TraceRequestIds,
    DateTimeOffset KnownAt);

/// <summary><c>GET /diversion-networks</c>: what the nightly run found, the most arms first.</summary>
internal static class ListDiversionNetworks
{
    private const string Find =
        """
        select place, role, party_id, category, arms, traces, shipments, first_intake_on, last_intake_on, median_time_to_crime, timed_arms,
            trace_request_ids, known_at
        from registry.diversion_network where place > $1 and ($2::text is null or category = $2) order by place limit $3
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<DiversionNetwork>>("/diversion-networks", HandleAsync)
        .Named("listDiversionNetworks", "Parties and stocks from which several traced arms were diverted, as the last nightly run found them")
        .Requires(AccessPolicy.ReadDiversionNetworks);

    private static async Task<IResult> HandleAsync(
        PageRequest page, string? category, NpgsqlDataSource database, TimeProvider time, HttpContext http, CancellationToken token)
    {
        if (category is not null && !Codes.TryParse<PartyCategory>(category, out _))
        {
            return ProblemDocuments.From(RequestErrors.Query("category", category.Length > 100 ? null : category,
                $"Must be one of {string.Join(", ", Codes.All<PartyCategory>())}."), http);
        }

        var after = 0;
        if (page.After is { } position && !int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        var found = await ReadAsync(database, after, category, page.Limit + 1, token);
        await new AccessLogEntry(Actor.From(http.User), null, "list_diversion_networks",
            new Dictionary<string, object?> { ["category"] = category }, [.. found.Take(page.Limit).Select(one => one.Network.PartyId).OfType<Guid>()],
            time.GetUtcNow()).WriteAsync(database, token);
        var lines = found.Take(page.Limit).Select(one => one.Network).ToList();
        return Resources.Of(found.Count > page.Limit
            ? new Page<DiversionNetwork>(lines, PageRequest.Position(found[page.Limit - 1].Place.ToString(CultureInfo.InvariantCulture)))
            : new Page<DiversionNetwork>(lines, null));
    }

    private static async Task<List<(int Place, DiversionNetwork Network)>> ReadAsync(
        NpgsqlDataSource database, int after, string? category, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)category ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var found = new List<(int, DiversionNetwork)>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            found.Add((reader.GetInt32(0), await ReadOneAsync(reader, token)));
        return found;
    }

    private static async Task<DiversionNetwork> ReadOneAsync(NpgsqlDataReader reader, CancellationToken token) => new(
        PartyRows.Code<DiversionRole>(reader.GetString(1)),
        await reader.IsDBNullAsync(2, token) ? null : reader.GetGuid(2),
        await reader.IsDBNullAsync(3, token) ? null : PartyRows.Code<PartyCategory>(reader.GetString(3)),
        reader.GetInt32(4),
        reader.GetInt32(5),
        reader.GetInt32(6),
        PartialDate.Parse(reader.GetString(7)).GetOrThrow(),
        PartialDate.Parse(reader.GetString(8)).GetOrThrow(),
        await reader.IsDBNullAsync(9, token) ? null : reader.GetDouble(9),
        reader.GetInt32(10),
        reader.GetFieldValue<Guid[]>(11),
        reader.GetFieldValue<DateTimeOffset>(12));
}

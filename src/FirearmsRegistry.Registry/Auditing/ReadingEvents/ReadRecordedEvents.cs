using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Auditing.ReadingEvents;

/// <summary>An event as it lies in the store.</summary>
/// <param name="Version">Its place among the events of its record, from 1.</param>
/// <param name="Sequence">Its place among all events of the registry.</param>
/// <param name="Type">Its name for ever, such as <c>firearm_registered</c>.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">By whom: the subject of the token; null where the registry itself did it.</param>
/// <param name="RecordedByName">The name of that account; null where there is none.</param>
/// <param name="CorrelationId">The act that it belongs to.</param>
/// <param name="CausationId">What caused it.</param>
/// <param name="Data">What it says, member by member. Personal data stand in it as ciphertext.</param>
public sealed record RecordedEvent(
    long Version, long Sequence, string Type, DateTimeOffset RecordedAt, string? RecordedBy, string? RecordedByName, string? CorrelationId,
    string? CausationId, JsonElement Data);

/// <summary><c>GET /recorded-events/{id}</c>: the events of a record as they were recorded. Whoever reads them is in the access log.</summary>
internal static class ReadRecordedEvents
{
    private const string Action = "read_recorded_events";

    private const string Find =
        """
        select version, seq_id, type, timestamp, user_name, correlation_id, causation_id, data::text from registry.mt_events
        where stream_id = $1 and version > $2 order by version limit $3
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<RecordedEvent>>("/recorded-events/{id:guid}", HandleAsync)
        .Named("readRecordedEvents", "The events of a record of any kind as they were recorded, in their order")
        .Requires(AccessPolicy.ReadRecordedEvents);

    private static async Task<IResult> HandleAsync(
        Guid id, PageRequest page, NpgsqlDataSource database, Accounts accounts, TimeProvider time, HttpContext http, CancellationToken token)
    {
        var after = 0L;
        if (page.After is { } position && !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        await using var connection = await database.OpenConnectionAsync(token);
        var found = await FindAsync(connection, id, after, page.Limit + 1, token);
        if (found.Count == 0 && after == 0)
            return ProblemDocuments.From(Refusal.NotFound("record", id), http);
        await new AccessLogEntry(Actor.From(http.User), null, Action, new Dictionary<string, object?>(), [id], time.GetUtcNow()).WriteAsync(connection, token);
        var names = await accounts.NamesAsync(
            [.. found.Select(happened => RecorderNames.AccountOf(happened.RecordedBy)).OfType<Guid>().Distinct()], token);
        return Resources.Of(Page<RecordedEvent>.Of(
            [.. found.Select(happened => happened with { RecordedByName = NameOf(happened) })], page.Limit,
            happened => happened.Version.ToString(CultureInfo.InvariantCulture)));

        string? NameOf(RecordedEvent happened) =>
            RecorderNames.AccountOf(happened.RecordedBy) is { } account ? names.GetValueOrDefault(account) : null;
    }

    private static async Task<IReadOnlyList<RecordedEvent>> FindAsync(
        NpgsqlConnection connection, Guid id, long after, int count, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Find, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        var found = new List<RecordedEvent>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            found.Add(new RecordedEvent(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, token),
                Text(reader, 4), null, Text(reader, 5), Text(reader, 6), JsonSerializer.Deserialize<JsonElement>(reader.GetString(7))));
        }

        return found;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}

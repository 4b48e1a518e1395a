using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Access.AccessLog.Reading;

/// <summary>Finds entries of the access log.</summary>
internal static class AccessLogRows
{
    private const string Find =
        """
        select id, at, subject, client_id, reason, case_reference, action, criteria::text, record_ids from registry.access_log
        where id < $1 and ($2 is null or subject = $2) and ($3 is null or record_ids @> array[$3])
          and ($4 is null or at >= $4) and ($5 is null or at < $5)
        order by id desc limit $6
        """;

    /// <summary>The entries before a position, newest first.</summary>
    public static async Task<IReadOnlyList<AccessLogRow>> FindAsync(
        NpgsqlConnection connection, AccessLogQuery query, long before, int count, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Find, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        command.Parameters.Add(Optional(query.Subject, NpgsqlDbType.Text));
        command.Parameters.Add(Optional(query.RecordId, NpgsqlDbType.Uuid));
        command.Parameters.Add(Optional(query.From?.UtcDateTime, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Optional(query.To?.UtcDateTime, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        var rows = new List<AccessLogRow>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            rows.Add(new AccessLogRow(reader.GetInt64(0), new AccessLogLine(
                await reader.GetFieldValueAsync<DateTimeOffset>(1, token), reader.GetString(2), await TextAsync(reader, 3, token),
                await TextAsync(reader, 4, token), await TextAsync(reader, 5, token), reader.GetString(6),
                JsonSerializer.Deserialize<JsonElement>(reader.GetString(7)), await reader.GetFieldValueAsync<Guid[]>(8, token))));
        }

        return rows;
    }

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static async Task<string?> TextAsync(NpgsqlDataReader reader, int column, CancellationToken token) =>
        await reader.IsDBNullAsync(column, token) ? null : reader.GetString(column);
}

/// <summary>An entry and its place in the log.</summary>
internal sealed record AccessLogRow(long Id, AccessLogLine Line);

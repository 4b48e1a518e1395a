using System.Text.Json;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.QueryReasons;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Access.AccessLog;

/// <summary>
/// One look-up, as auditors read it: who, when, why, what was asked and how much was shown. Holds no personal data: a name that was
/// searched is recorded as "by name", and what was found as ids.
/// </summary>
/// <param name="Actor">Who looked.</param>
/// <param name="Reason">Why; null for reads that need no reason, such as an auditor's.</param>
/// <param name="Action">What was done, snake_case: <c>search_firearms</c>, <c>read_party</c> …</param>
/// <param name="Criteria">What was asked, without personal data.</param>
/// <param name="RecordIds">The records that were shown.</param>
/// <param name="At">When.</param>
internal sealed record AccessLogEntry(
    Actor Actor, QueryReason? Reason, string Action, IReadOnlyDictionary<string, object?> Criteria, IReadOnlyList<Guid> RecordIds, DateTimeOffset At)
{
    /// <summary>
    /// The start of an entry whose record ids come from the search itself: what follows is the expression of an array of ids and where it
    /// is selected from. A search and its entry are then one statement, one round trip, and neither is without the other.
    /// Its parameters are those of <see cref="AddQuestion"/>, before any other.
    /// </summary>
    public const string InsertSelecting =
        """
        insert into registry.access_log (at, subject, issuer, client_id, reason, case_reference, action, criteria, record_ids)
        select $1, $2, $3, $4, $5, $6, $7, $8,
        """;

    private const string Insert = InsertSelecting + " $9";

    private const string Queued =
        """
        insert into registry.access_log (at, subject, issuer, client_id, reason, case_reference, action, criteria, record_ids)
        values (?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, cast(? as jsonb), ?)
        """;

    /// <summary>Writes the entry on a connection, inside whatever transaction is open there.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        AddParameters(command.Parameters);
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>Writes the entry by itself.</summary>
    public async Task WriteAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand(Insert);
        AddParameters(command.Parameters);
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>Queues the entry in a unit of work, whose commit it joins without a round trip of its own.</summary>
    public void Queue(IDocumentOperations operations) => operations.QueueSqlCommand(Queued,
        At.ToUniversalTime(), Actor.Subject, Actor.Issuer, Actor.ClientId ?? "", Reason is null ? "" : Codes.Of(Reason.Code),
        Reason?.CaseReference ?? "", Action, JsonSerializer.Serialize(Criteria, Shared.RegistryJson.Options), RecordIds.ToArray());

    /// <summary>Adds who asked what and why, and as the ninth parameter the records that were shown.</summary>
    public void AddParameters(NpgsqlParameterCollection parameters)
    {
        AddQuestion(parameters);
        parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. RecordIds] });
    }

    /// <summary>Adds who asked what and why: eight parameters.</summary>
    public void AddQuestion(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = At.UtcDateTime });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = Actor.Subject });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = Actor.Issuer });
        parameters.Add(new NpgsqlParameter { Value = (object?)Actor.ClientId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter
        {
            Value = Reason is null ? DBNull.Value : Codes.Of(Reason.Code),
            NpgsqlDbType = NpgsqlDbType.Text,
        });
        parameters.Add(new NpgsqlParameter { Value = (object?)Reason?.CaseReference ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = Action });
        parameters.Add(new NpgsqlParameter
        {
            Value = JsonSerializer.Serialize(Criteria, Shared.RegistryJson.Options),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
    }
}

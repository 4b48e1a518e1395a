using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Exchange.Documents;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>The rows of documents that other States are owed.</summary>
internal sealed class Outbox(NpgsqlDataSource database)
{
    private const string Columns =
        "document_id, trace_request_id, partner_id, kind, state, created_at, due_at, attempts, last_failure, ended_at, receipt";

    /// <summary>Only the first waiting document of a request and partner, so that they arrive in order.</summary>
    private const string IsFirst =
        """
        not exists (select from registry.exchange_outbox earlier where earlier.trace_request_id = o.trace_request_id
            and earlier.partner_id = o.partner_id and earlier.place < o.place and earlier.state = 'waiting')
        """;

    // Taking a document moves its next attempt on: whoever else wants it finds it not due, and if this server dies it is due again.
    private const string TakeDue =
        $"""
        update registry.exchange_outbox o
        set attempts = attempts + 1, due_at = $2::timestamptz + least(interval '1 minute' * power(2, least(attempts, 6)), interval '1 hour')
        where document_id = $1 and state = 'waiting' and due_at <= $2 and {IsFirst}
        returning {Columns}
        """;

    private const string FindDue =
        $"""
        select document_id from registry.exchange_outbox o where state = 'waiting' and due_at <= $1 and {IsFirst} order by due_at limit 1000
        """;

    private const string FindNext =
        """
        select next.document_id from registry.exchange_outbox o join registry.exchange_outbox next using (trace_request_id, partner_id)
        where o.document_id = $1 and next.state = 'waiting' order by next.place limit 1
        """;

    private const string List =
        $"""
        select {Columns} from registry.exchange_outbox
        where ($1::text is null or state = $1) and ($2::uuid is null or document_id < $2) order by document_id desc limit $3
        """;

    private const string KeepContent =
        """
        update registry.exchange_outbox set content = coalesce(content, $2), digest = coalesce(digest, $3)
        where document_id = $1 returning content
        """;

    private const string End =
        """
        update registry.exchange_outbox set state = $2, ended_at = $3, receipt = $4, last_failure = $5 where document_id = $1 and state = 'waiting'
        """;

    private const string FindOvertaken =
        """
        select exists (select from registry.exchange_outbox o join registry.exchange_outbox earlier using (trace_request_id, partner_id)
            where o.document_id = $1 and earlier.place < o.place and earlier.ended_at > o.created_at)
        """;

    /// <summary>Takes a document for an attempt; null where it is not due, not the first of its request, or in other hands.</summary>
    public Task<OutboxLine?> TakeDueAsync(Guid id, DateTimeOffset now, CancellationToken token) =>
        OneAsync(TakeDue, token, Uuid(id), Time(now));

    /// <summary>The documents whose time has come.</summary>
    public async Task<IReadOnlyList<Guid>> FindDueAsync(DateTimeOffset now, CancellationToken token)
    {
        await using var command = database.CreateCommand(FindDue);
        command.Parameters.Add(Time(now));
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            found.Add(reader.GetGuid(0));
        return found;
    }

    /// <summary>The document of the same request that waits behind this one.</summary>
    public async Task<Guid?> FindNextAsync(Guid id, CancellationToken token)
    {
        await using var command = database.CreateCommand(FindNext);
        command.Parameters.Add(Uuid(id));
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    /// <summary>Whether a document of the same request from before it arrived only after it was written.</summary>
    public async Task<bool> WasOvertakenAsync(Guid id, CancellationToken token)
    {
        await using var command = database.CreateCommand(FindOvertaken);
        command.Parameters.Add(Uuid(id));
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    /// <summary>One document.</summary>
    public Task<OutboxLine?> FindAsync(Guid id, CancellationToken token) =>
        OneAsync($"select {Columns} from registry.exchange_outbox where document_id = $1", token, Uuid(id));

    /// <summary>The documents, the newest first.</summary>
    public async Task<IReadOnlyList<OutboxLine>> ListAsync(OutboxState? state, Guid? before, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(Text(state is { } wanted ? Codes.Of(wanted) : null));
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var lines = new List<OutboxLine>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            lines.Add(await ReadAsync(reader, token));
        return lines;
    }

    /// <summary>To which requests documents belong.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> RequestsOfAsync(IReadOnlyCollection<Guid> documents, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select document_id, trace_request_id from registry.exchange_outbox where document_id = any($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. documents] });
        var requests = new Dictionary<Guid, Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            requests.Add(reader.GetGuid(0), reader.GetGuid(1));
        return requests;
    }

    /// <summary>The content as it was made first; what is offered now is only kept where there is none.</summary>
    public async Task<byte[]> KeepContentAsync(Guid id, byte[] wrapped, byte[] digest, CancellationToken token)
    {
        await using var command = database.CreateCommand(KeepContent);
        command.Parameters.Add(Uuid(id));
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = wrapped });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = digest });
        return (byte[])(await command.ExecuteScalarAsync(token))!;
    }

    /// <summary>The content as it is kept, and its digest; null where none was made yet.</summary>
    public async Task<byte[]?> ContentAsync(Guid id, CancellationToken token)
    {
        await using var command = database.CreateCommand("select content from registry.exchange_outbox where document_id = $1");
        command.Parameters.Add(Uuid(id));
        return await command.ExecuteScalarAsync(token) as byte[];
    }

    /// <summary>Ends the wait.</summary>
    public async Task EndAsync(Guid id, OutboxState state, DateTimeOffset now, string? receipt, string? failure, CancellationToken token)
    {
        await using var command = database.CreateCommand(End);
        AddEnd(command, id, state, now, receipt, failure);
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>
    /// Ends the wait without delivery, in the transaction in which somebody is told of it; whether it did: what has ended otherwise meanwhile stays so.
    /// </summary>
    public static async Task<bool> EndAsync(
        IDocumentSession session, Guid id, OutboxState state, DateTimeOffset now, string failure, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.BeginTransactionAsync(token);
        await using var command = new NpgsqlCommand(End, session.Connection);
        AddEnd(command, id, state, now, null, failure);
        return await command.ExecuteNonQueryAsync(token) > 0;
    }

    /// <summary>Notes why an attempt came to nothing.</summary>
    public async Task FailAsync(Guid id, string failure, CancellationToken token)
    {
        await using var command = database.CreateCommand("update registry.exchange_outbox set last_failure = $2 where document_id = $1");
        command.Parameters.Add(Uuid(id));
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = failure });
        await command.ExecuteNonQueryAsync(token);
    }

    private static void AddEnd(NpgsqlCommand command, Guid id, OutboxState state, DateTimeOffset now, string? receipt, string? failure)
    {
        command.Parameters.Add(Uuid(id));
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Codes.Of(state) });
        command.Parameters.Add(Time(now));
        command.Parameters.Add(Text(receipt));
        command.Parameters.Add(Text(failure));
    }

    private async Task<OutboxLine?> OneAsync(string sql, CancellationToken token, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(token);
        return await reader.ReadAsync(token) ? await ReadAsync(reader, token) : null;
    }

    private static async Task<OutboxLine> ReadAsync(NpgsqlDataReader reader, CancellationToken token) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), Parse<DocumentKind>(reader.GetString(3)), Parse<OutboxState>(reader.GetString(4)),
        reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetInt32(7),
        await reader.IsDBNullAsync(8, token) ? null : reader.GetString(8),
        await reader.IsDBNullAsync(9, token) ? null : reader.GetFieldValue<DateTimeOffset>(9),
        await reader.IsDBNullAsync(10, token) ? null : reader.GetString(10));

    private static T Parse<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"The table holds an unknown code: {code}.");

    private static NpgsqlParameter<Guid> Uuid(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<DateTime> Time(DateTimeOffset time) => new() { TypedValue = time.UtcDateTime };

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

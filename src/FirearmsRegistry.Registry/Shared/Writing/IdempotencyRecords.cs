using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>The kept keys: one row per write that succeeded, inserted in the transaction of its effect, without any body.</summary>
internal sealed class IdempotencyRecords(NpgsqlDataSource database)
{
    /// <summary>How long a key is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    internal const string PrimaryKey = "idempotency_record_pkey";

    public static void Queue(IDocumentSession session, IdempotencyClaim claim, Written written, DateTimeOffset now) =>
        session.QueueSqlCommand(
            "insert into registry.idempotency_record (key, body_hash, created, location, record_id, version, recorded_at) values (?, ?, ?, ?, ?, ?, ?)",
            claim.Key.ToArray(), claim.BodyHash.ToArray(), written.Created, written.Location, written.Id, written.Version,
            now.ToUniversalTime());

    public static bool IsRepeat(Exception fault) => UniqueViolations.Constraint(fault) == PrimaryKey;

    public async Task<(byte[] BodyHash, Written Written)?> FindAsync(ReadOnlyMemory<byte> key, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select body_hash, created, location, record_id, version from registry.idempotency_record where key = $1");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = key.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(token);
        if (!await reader.ReadAsync(token))
            return null;
        return (reader.GetFieldValue<byte[]>(0),
            new Written(reader.GetBoolean(1), reader.GetString(2), reader.GetGuid(3), reader.GetInt64(4)));
    }
}

/// <summary>Another request with the same key committed first; its effect stands and this one's was rolled back.</summary>
internal sealed class IdempotentRepeatException(Exception inner) : Exception("The idempotency key was used by a request that committed first.", inner);

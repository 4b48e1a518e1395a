using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>Forgets idempotency keys that are older than promised. Its name and its method's are a contract with the jobs that are queued.</summary>
internal sealed class IdempotencySweepJob(NpgsqlDataSource database, TimeProvider time)
{
    public const string Id = "idempotency-sweep";

    public async Task RunAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand("delete from registry.idempotency_record where recorded_at < $1");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (time.GetUtcNow() - IdempotencyRecords.Kept).UtcDateTime });
        await command.ExecuteNonQueryAsync(token);
    }
}

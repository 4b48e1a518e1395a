using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>
/// Keeps items from being added to a seizure while its correction is carried to its items: an item added at that moment would keep the
/// old circumstances. Adding shares the lock, correcting has it alone; it is held until the transaction ends.
/// </summary>
internal static class SeizureLock
{
    public static Task ShareAsync(IDocumentSession session, Guid seizureId, CancellationToken token) =>
        TakeAsync(session, "select pg_advisory_xact_lock_shared(hashtextextended($1, 0))", seizureId, token);

    public static Task HaveAloneAsync(IDocumentSession session, Guid seizureId, CancellationToken token) =>
        TakeAsync(session, "select pg_advisory_xact_lock(hashtextextended($1, 0))", seizureId, token);

    private static async Task TakeAsync(IDocumentSession session, string sql, Guid seizureId, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var take = new NpgsqlCommand(sql, session.Connection);
        take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"seizure|{seizureId}" });
        await take.ExecuteNonQueryAsync(token);
    }
}

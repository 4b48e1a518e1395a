using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>
/// Lets the writers of one series take turns until their transactions end. A series is written by everybody at once; without turns all but
/// one of the writers would fail at the commit and have to start again.
/// </summary>
internal static class NumberSeriesLock
{
    public static async Task TakeAsync(IDocumentSession session, Guid series, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var take = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", session.Connection);
        take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"number_series|{series}" });
        await take.ExecuteNonQueryAsync(token);
    }
}

using FirearmsRegistry.Registry.TraceRequests.Searching;
using Hangfire;
using JasperFx;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.BulkTracing;

/// <summary>
/// Searches a stored list of requests, many in one transaction, with the same decision as <see cref="TraceSearchJob"/>. Killed, it goes on
/// with what is not done. Its name and its method's are a contract with the jobs that are queued.
/// </summary>
[AutomaticRetry(Attempts = 10)]
internal sealed class BulkTraceJob(NpgsqlDataSource database, IDocumentStore store, TraceSearch search, TimeProvider time)
{
    private const int PerTransaction = 50;

    private const string MarkDone = "update registry.bulk_trace_request set done = true where bulk_trace_id = ? and position = any(?)";

    /// <summary>Searches what is not done of the list.</summary>
    public async Task RunAsync(Guid bulkTraceId, CancellationToken token)
    {
        while (await NextAsync(bulkTraceId, token) is { Count: > 0 } next)
        {
            if (await TrySearchAsync(bulkTraceId, next, token))
                continue;
            // Somebody else wrote to one of them: only that one is looked at again.
            foreach (var one in next)
                await TrySearchAsync(bulkTraceId, [one], token);
        }

        await using var finish = database.CreateCommand(
            "update registry.bulk_trace set finished_at = $2 where bulk_trace_id = $1 and finished_at is null");
        finish.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = bulkTraceId });
        finish.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        await finish.ExecuteNonQueryAsync(token);
    }

    private async Task<bool> TrySearchAsync(Guid bulk, IReadOnlyList<(int Position, Guid Id)> requests, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        var staged = await search.StageAsync(session, [.. requests.Select(request => request.Id)], token);
        var done = staged.DealtWith.ToHashSet();
        session.QueueSqlCommand(
            MarkDone, bulk, requests.Where(request => done.Contains(request.Id)).Select(request => request.Position).ToArray());
        try
        {
            await session.SaveChangesAsync(token);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }

    private async Task<List<(int Position, Guid Id)>> NextAsync(Guid bulk, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select position, trace_request_id from registry.bulk_trace_request where bulk_trace_id = $1 and not done order by position limit $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = bulk });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PerTransaction });
        var next = new List<(int, Guid)>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            next.Add((reader.GetInt32(0), reader.GetGuid(1)));
        return next;
    }
}

using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.TraceRequests.Listing;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using Hangfire;
using JasperFx;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Sweeping;

/// <summary>
/// Runs each minute: orders again the searches that a crash between commit and order lost, and ends the waits for other States' answers
/// whose time has run out. It reads the clock of <see cref="TimeProvider"/>, so that tests move time and call it.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class TraceSweepJob(
    NpgsqlDataSource database, IDocumentStore store, JobOrders jobs, TraceSettings settings, CrossBorderSweep crossBorder, TimeProvider time)
{
    /// <summary>Its stable name among the recurring jobs.</summary>
    public const string Id = "trace-sweep";

    private const string TakeLost =
        """
        insert into registry.trace_search_reorder (trace_request_id, ordered_at)
        select trace_request_id, $1 from registry.trace_request request
        where kind <> 'outbound' and state in ('acknowledged', 'resubmitted') and requested_at < $2
          and not exists (select 1 from registry.bulk_trace_request bulk join registry.bulk_trace list using (bulk_trace_id)
                          where bulk.trace_request_id = request.trace_request_id and not bulk.done and list.ordered_at > $3)
        order by requested_at limit 1000
        on conflict (trace_request_id) do update set ordered_at = excluded.ordered_at
            where trace_search_reorder.ordered_at < $2
        returning trace_request_id, (select priority from registry.trace_request r where r.trace_request_id = trace_search_reorder.trace_request_id)
        """;

    /// <summary>For so long a request that stands in a list is left to the list's own job.</summary>
    private static readonly TimeSpan LeftToList = TimeSpan.FromMinutes(15);

    /// <summary>Runs the sweep once.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        await ReorderLostSearchesAsync(token);
        foreach (var due in await DueClocksAsync(token))
            await ExpireAsync(due, token);
        await crossBorder.RunAsync(token);
    }

    private async Task ReorderLostSearchesAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(TakeLost);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (now - settings.SearchOverdue).UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (now - LeftToList).UtcDateTime });
        var lost = new List<(Guid Id, TracePriority Priority)>();
        await using (var reader = await command.ExecuteReaderAsync(token))
        {
            while (await reader.ReadAsync(token))
                lost.Add((reader.GetGuid(0), Codes.TryParse<TracePriority>(reader.GetString(1), out var priority) ? priority : default));
        }

        foreach (var (id, priority) in lost)
            TraceSearchOrder.Place(jobs, id, priority);
    }

    private async Task<IReadOnlyList<Guid>> DueClocksAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select trace_request_id from registry.trace_clock where kind = $1 and due_at <= $2 order by due_at limit 1000");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = TraceRequestsProjection.ForeignAnswerClock });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        var due = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            due.Add(reader.GetGuid(0));
        return due;
    }

    private async Task ExpireAsync(Guid traceRequestId, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        var stream = await session.Events.FetchForWriting<TraceRequest>(traceRequestId, token);
        if (stream.Aggregate is not { } request)
            return;
        var itemStream = await session.Events.FetchForWriting<SeizedItem>(request.SeizedItemId, token);
        var decision = ExpireAnswerClock.Decide(request, itemStream.Aggregate!, time.GetUtcNow());
        TraceSearch.Append(session, stream, decision.OfRequest, request);
        TraceSearch.Append(session, itemStream, decision.OfItem, request);
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (ConcurrencyException)
        {
            // An answer came in between, or another server was first; the next run looks again.
        }
    }
}

using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.TraceRequests.BulkTracing;

/// <summary>File many trace requests and have them searched by one job.</summary>
/// <param name="BulkTraceId">The list's id.</param>
/// <param name="Requests">The requests, each for another item.</param>
public sealed record OrderBulkTrace(Guid BulkTraceId, IReadOnlyList<RequestTrace> Requests);

/// <summary>How far a list is.</summary>
/// <param name="Total">The requests in it.</param>
/// <param name="Done">Those that were searched.</param>
/// <param name="FinishedAt">When the last one was.</param>
public sealed record BulkTraceProgress(int Total, int Done, DateTimeOffset? FinishedAt);

/// <summary>Carries out <see cref="OrderBulkTrace"/>; ordering the same list again files what is missing of it.</summary>
public sealed class OrderBulkTraceHandler(IDocumentStore store, NpgsqlDataSource database, JobOrders jobs)
{
    private const int PerTransaction = 100;

    private const string InsertRequests =
        """
        insert into registry.bulk_trace_request (bulk_trace_id, position, trace_request_id)
        select $1, ordinality - 1, id from unnest($2) with ordinality as given(id, ordinality)
        on conflict do nothing
        """;

    private const string InsertList =
        """
        insert into registry.bulk_trace (bulk_trace_id, ordered_by, ordered_at, total) values ($1, $2, $3, $4) on conflict do nothing
        """;

    private const string ReadProgress =
        """
        select total, (select count(*)::int from registry.bulk_trace_request r where r.bulk_trace_id = b.bulk_trace_id and r.done), finished_at
        from registry.bulk_trace b where bulk_trace_id = $1
        """;

    /// <summary>
    /// Stores the list, files the requests in transactions of a hundred, and orders the job. A refused request refuses the rest.
    /// </summary>
    public async Task<Result<int>> HandleAsync(OrderBulkTrace command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        await StoreListAsync(command, context, token);
        foreach (var some in command.Requests.Chunk(PerTransaction))
        {
            if (await FileAsync(some, context, token) is { } refusal)
                return refusal;
        }

        jobs.Place<BulkTraceJob>(JobQueues.Bulk, job => job.RunAsync(command.BulkTraceId, CancellationToken.None));
        return command.Requests.Count;
    }

    /// <summary>How far the list is; null where there is none.</summary>
    public async Task<BulkTraceProgress?> ProgressAsync(Guid bulkTraceId, CancellationToken token)
    {
        await using var command = database.CreateCommand(ReadProgress);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = bulkTraceId });
        await using var reader = await command.ExecuteReaderAsync(token);
        if (!await reader.ReadAsync(token))
            return null;
        return new BulkTraceProgress(reader.GetInt32(0), reader.GetInt32(1),
            await reader.IsDBNullAsync(2, token) ? null : reader.GetFieldValue<DateTimeOffset>(2));
    }

    private async Task StoreListAsync(OrderBulkTrace command, CommandContext context, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var batch = new NpgsqlBatch(connection);
        var list = new NpgsqlBatchCommand(InsertList);
        list.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = command.BulkTraceId });
        list.Parameters.Add(new NpgsqlParameter<string> { TypedValue = context.Actor.Subject });
        list.Parameters.Add(new NpgsqlParameter { Value = context.Now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        list.Parameters.Add(new NpgsqlParameter<int> { TypedValue = command.Requests.Count });
        batch.BatchCommands.Add(list);
        var requests = new NpgsqlBatchCommand(InsertRequests);
        requests.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = command.BulkTraceId });
        requests.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. command.Requests.Select(request => request.TraceRequestId)] });
        batch.BatchCommands.Add(requests);
        await batch.ExecuteNonQueryAsync(token);
    }

    private async Task<Refusal?> FileAsync(IReadOnlyList<RequestTrace> requests, CommandContext context, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        session.LastModifiedBy = context.Actor.Subject;
        session.CorrelationId = context.CorrelationId;
        session.CausationId = context.CausationId;
        foreach (var request in requests)
        {
            if (await session.Events.FetchStreamStateAsync(request.TraceRequestId, token) is not null)
                continue;
            if ((await TraceFiling.StageAsync(session, request, token)).Refused(out var refusal, out _))
                return refusal;
        }

        await session.SaveChangesAsync(token);
        return null;
    }
}

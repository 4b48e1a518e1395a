using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Requesting;

/// <summary>Queues the filing of a request while holding a lock on its item, so that of several at once only one is open.</summary>
internal static class TraceFiling
{
    private const string FindOpen = "select trace_request_id from registry.trace_request where seized_item_id = $1 and ended_at is null";

    public static async Task<Result<TraceDecision>> StageAsync(IDocumentSession session, RequestTrace command, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        var open = await FindOpenUnderLockAsync(session, command.SeizedItemId, token);
        var stream = await session.Events.FetchForWriting<SeizedItem>(command.SeizedItemId, token);
        if (stream.Aggregate is not { } item)
            return Refusal.NotFound("seized item", command.SeizedItemId);
        if (RequestTrace.Decide(command, item, open).Refused(out var refusal, out var decision))
            return refusal;
        session.Events.StartStream<TraceRequest>(command.TraceRequestId, decision.OfRequest);
        stream.AppendMany(decision.OfItem);
        return decision;
    }

    private static async Task<Guid?> FindOpenUnderLockAsync(IDocumentSession session, Guid item, CancellationToken token)
    {
        await using var batch = new NpgsqlBatch(session.Connection);
        var take = new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))");
        take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"trace|{item}" });
        batch.BatchCommands.Add(take);
        var find = new NpgsqlBatchCommand(FindOpen);
        find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = item });
        batch.BatchCommands.Add(find);
        await using var reader = await batch.ExecuteReaderAsync(token);
        await reader.NextResultAsync(token);
        return await reader.ReadAsync(token) ? reader.GetGuid(0) : null;
    }
}

using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Requesting;

/// <summary>Carries out <see cref="RequestTrace"/> and orders the search.</summary>
public sealed class RequestTraceHandler(RegistryWriter writer, JobOrders jobs)
{
    /// <summary>Files the request, acknowledges it, and has the search done by a job.</summary>
    public async Task<Result<Written>> HandleAsync(RequestTrace command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        if ((await TraceFiling.StageAsync(writer.Session, command, token)).Refused(out var refusal, out var filed))
            return refusal;
        var committed = await writer.CommitAsync(
            new Written(true, $"/api/v1/trace-requests/{command.TraceRequestId}", command.TraceRequestId, filed.OfRequest.Count), context, token);
        if (committed.Refusal is null)
            TraceSearchOrder.Place(jobs, command.TraceRequestId, command.Priority);
        return committed;
    }
}

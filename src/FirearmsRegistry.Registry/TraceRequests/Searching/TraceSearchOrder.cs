using FirearmsRegistry.Registry.Shared.Jobs;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>Orders the search of a request in the queue of its priority.</summary>
internal static class TraceSearchOrder
{
    public static void Place(JobOrders jobs, Guid traceRequestId, TracePriority priority) => jobs.Place<TraceSearchJob>(
        priority == TracePriority.Urgent ? JobQueues.Urgent : JobQueues.Default,
        job => job.RunAsync(traceRequestId, CancellationToken.None));
}

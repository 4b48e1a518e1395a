using FirearmsRegistry.Registry.MarkingJobs.Batching;
using Marten;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>What jobs need to know of their batch.</summary>
internal static class MarkingBatches
{
    public static async Task<bool> IsPausedAsync(IDocumentSession session, Guid? batch, CancellationToken token) =>
        batch is { } id && await session.LoadAsync<MarkingBatch>(id, token) is { Paused: true };
}

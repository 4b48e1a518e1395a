using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining;

/// <summary>When a traced arm came in.</summary>
internal static class TraceIntake
{
    /// <summary>By the item as it stands, else as another State told it; null where nobody knows.</summary>
    public static async Task<PartialDate?> OnAsync(IQuerySession session, TraceRequest request, CancellationToken token)
    {
        if (request.SeizedItemId != Guid.Empty
            && await session.Events.AggregateStreamAsync<SeizedItem>(request.SeizedItemId, token: token) is { } item)
            return item.Circumstances.IntakeOn;
        return request.Abroad is { } abroad && abroad.Content.Arm.FoundOn.TryGet(out var found) ? found : null;
    }
}

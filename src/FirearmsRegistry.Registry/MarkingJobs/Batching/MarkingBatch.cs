using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.MarkingJobs.Batching;

/// <summary>Several marking jobs were ordered together.</summary>
/// <param name="Name">What people call the batch.</param>
/// <param name="JobIds">The jobs, in their order.</param>
/// <param name="StationId">The station that is to do them; any where it is null.</param>
public sealed record MarkingBatchOrdered(ShortText Name, IReadOnlyList<Guid> JobIds, Guid? StationId = null);

/// <summary>The jobs of a batch that were not started wait.</summary>
/// <param name="Reason">Why.</param>
public sealed record MarkingBatchPaused(Note Reason);

/// <summary>A batch goes on.</summary>
/// <param name="Remark">What is to be said about it.</param>
public sealed record MarkingBatchResumed(Note? Remark = null);

/// <summary>Several marking jobs that were ordered together, folded from the batch's events; the jobs stand for themselves.</summary>
public sealed class MarkingBatch
{
    /// <summary>The batch's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>What people call it.</summary>
    public ShortText Name { get; set; }

    /// <summary>The station that is to do it.</summary>
    public Guid? StationId { get; set; }

    /// <summary>Its jobs, in their order.</summary>
    public List<Guid> JobIds { get; set; } = [];

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset OrderedAt { get; set; }

    /// <summary>Whether its jobs wait.</summary>
    public bool Paused { get; set; }

    /// <summary>Why they wait.</summary>
    public Note? PausedBecause { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingBatchOrdered> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Name, StationId, OrderedAt) = (happened.Data.Name, happened.Data.StationId, happened.Timestamp);
        JobIds = [.. happened.Data.JobIds];
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingBatchPaused happened) => (Paused, PausedBecause) = (true, happened.Reason);

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingBatchResumed happened) => (Paused, PausedBecause) = (false, null);
}

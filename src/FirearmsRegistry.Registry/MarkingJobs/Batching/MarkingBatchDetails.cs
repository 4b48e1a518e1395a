using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs.Batching;

/// <summary>A batch as it stands, with its progress per unit.</summary>
/// <param name="Id">The batch's id.</param>
/// <param name="Version">Its version: the ETag of the resource.</param>
/// <param name="Name">What people call it.</param>
/// <param name="StationId">The station that is to do it; any where it is null.</param>
/// <param name="OrderedAt">When it was ordered.</param>
/// <param name="Paused">Whether its jobs wait.</param>
/// <param name="PausedBecause">Why.</param>
/// <param name="Progress">How many of its jobs stand where.</param>
/// <param name="Units">Its jobs, in their order.</param>
public sealed record MarkingBatchDetails(
    Guid Id,
    long Version,
    ShortText Name,
    Guid? StationId,
    DateTimeOffset OrderedAt,
    bool Paused,
    Note? PausedBecause,
    BatchProgress Progress,
    IReadOnlyList<BatchUnit> Units)
{
    internal static MarkingBatchDetails Of(MarkingBatch batch, IReadOnlyList<MarkingJobDetails> jobs) => new(
        batch.Id, batch.Version, batch.Name, batch.StationId, batch.OrderedAt, batch.Paused, batch.PausedBecause,
        BatchProgress.Of(jobs), [.. jobs.Select(BatchUnit.Of)]);
}

/// <summary>How many of a batch's jobs stand where.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Waiting">Not started.</param>
/// <param name="Working">Started, and not read back as ordered.</param>
/// <param name="Unknown">With an arm in quarantine.</param>
/// <param name="Verified">On the firearm's record.</param>
/// <param name="Rejected">Ended without the mark.</param>
/// <param name="Cancelled">Given up before their start.</param>
public sealed record BatchProgress(int Total, int Waiting, int Working, int Unknown, int Verified, int Rejected, int Cancelled)
{
    internal static BatchProgress Of(IReadOnlyList<MarkingJobDetails> jobs)
    {
        int In(params MarkingJobState[] states) => jobs.Count(job => states.Contains(job.State));
        return new BatchProgress(
            jobs.Count,
            In(MarkingJobState.Ordered, MarkingJobState.NumberReserved, MarkingJobState.Sent),
            In(MarkingJobState.Marking, MarkingJobState.Marked, MarkingJobState.ReadBack),
            In(MarkingJobState.UnknownMarkState), In(MarkingJobState.Verified), In(MarkingJobState.Rejected), In(MarkingJobState.Cancelled));
    }
}

/// <summary>One job of a batch.</summary>
/// <param name="MarkingJobId">The job.</param>
/// <param name="FirearmId">Its firearm.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ClaimedBy">The station that has it, or had it last.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="StartedBy">The subject of the person who started it.</param>
/// <param name="FinishedAt">When the station said how it went.</param>
/// <param name="Readings">How often it was read back.</param>
/// <param name="Inspections">How often a person inspected it.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="EndReason">Why it ended without its mark: the reason for which its number is void.</param>
public sealed record BatchUnit(
    Guid MarkingJobId,
    Guid FirearmId,
    NationalNumber? Number,
    MarkingJobState State,
    Guid? ClaimedBy,
    DateTimeOffset? StartedAt,
    string? StartedBy,
    DateTimeOffset? FinishedAt,
    int Readings,
    int Inspections,
    DateTimeOffset? EndedAt,
    Note? EndReason)
{
    internal static BatchUnit Of(MarkingJobDetails job) => new(job.Id, job.FirearmId, job.Number, job.State, job.ClaimedBy, job.StartedAt,
        job.StartedBy, job.FinishedAt, job.Readings, job.Inspections.Count, job.EndedAt, job.EndReason);
}

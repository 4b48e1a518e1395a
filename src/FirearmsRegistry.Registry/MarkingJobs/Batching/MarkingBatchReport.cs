using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs.Batching;

/// <summary>What came of a batch, for the file of whoever ordered it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Complete">Whether every job has ended.</param>
/// <param name="Progress">How many of its jobs stand where.</param>
/// <param name="FirstStartedAt">When the first mark was started.</param>
/// <param name="LastEndedAt">When the last job ended; null while one has not.</param>
/// <param name="ReadAgain">How many verified marks were read more than once before they read as ordered.</param>
/// <param name="Void">The numbers that are void, each with its reason.</param>
/// <param name="Quarantined">The firearms that nobody may move until a person has looked at them.</param>
/// <param name="Units">Its jobs, in their order.</param>
public sealed record MarkingBatchReport(
    ShortText Name,
    bool Complete,
    BatchProgress Progress,
    DateTimeOffset? FirstStartedAt,
    DateTimeOffset? LastEndedAt,
    int ReadAgain,
    IReadOnlyList<VoidOfBatch> Void,
    IReadOnlyList<Guid> Quarantined,
    IReadOnlyList<BatchUnit> Units)
{
    internal static MarkingBatchReport Of(MarkingBatch batch, IReadOnlyList<MarkingJobDetails> jobs)
    {
        var complete = jobs.All(job => job.EndedAt is not null);
        return new MarkingBatchReport(
            batch.Name, complete, BatchProgress.Of(jobs), jobs.Min(job => job.StartedAt), complete ? jobs.Max(job => job.EndedAt) : null,
            jobs.Count(job => job is { State: MarkingJobState.Verified, Readings: > 1 }),
            [
                .. jobs.Where(job => job is { Number: not null, EndReason: not null })
                    .Select(job => new VoidOfBatch(job.Number!.Value, job.EndReason!.Value)),
            ],
            [.. jobs.Where(job => job.Quarantined).Select(job => job.FirearmId)],
            [.. jobs.Select(BatchUnit.Of)]);
    }
}

/// <summary>A number that a batch spoiled.</summary>
/// <param name="Number">The number; it is never used again.</param>
/// <param name="Reason">Why.</param>
public sealed record VoidOfBatch(NationalNumber Number, Note Reason);

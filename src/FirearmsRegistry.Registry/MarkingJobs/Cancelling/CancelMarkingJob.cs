using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.MarkingJobs.Cancelling;

/// <summary>Give up a job that was not started.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelMarkingJob(Guid JobId, Note Reason)
{
    /// <summary>Decides: what was started is ended by its outcome only.</summary>
    public static Result<MarkingDecision> Decide(MarkingJob job, CancelMarkingJob command)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(command);
        return job.State switch
        {
            MarkingJobState.Ordered or MarkingJobState.NumberReserved or MarkingJobState.Sent =>
                MarkingDecision.Ending(command.Reason, new MarkingCancelled(command.Reason)),
            MarkingJobState.Cancelled => MarkingJobErrors.InState(job.State, "The job was cancelled."),
            _ => MarkingJobErrors.Started(job.State),
        };
    }
}

/// <summary>Carries out <see cref="CancelMarkingJob"/>.</summary>
public sealed class CancelMarkingJobHandler(RegistryWriter writer)
{
    /// <summary>Cancels the job and voids its number.</summary>
    public Task<Result<Written>> HandleAsync(CancelMarkingJob command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        return MarkingJobWriting.ActAsync(
            writer, command.JobId, (job, _) => Task.FromResult(CancelMarkingJob.Decide(job, command)), context, token);
    }
}

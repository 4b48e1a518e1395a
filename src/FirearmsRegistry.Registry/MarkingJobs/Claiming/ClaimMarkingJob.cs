using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.MarkingJobs.Claiming;

/// <summary>Take a job for a station, or keep it longer.</summary>
/// <param name="JobId">The job.</param>
/// <param name="StationId">The station.</param>
/// <param name="Until">Until when the station takes the job along for work without a network; none for the usual lease.</param>
public sealed record ClaimMarkingJob(Guid JobId, Guid StationId, DateTimeOffset? Until = null)
{
    /// <summary>The longest time for which a job may be taken along.</summary>
    public static TimeSpan LongestAbsence { get; } = TimeSpan.FromDays(14);

    /// <summary>Decides: a job is leased to one station, until it is started, its lease is over, or it is given up.</summary>
    /// <param name="job">The job.</param>
    /// <param name="firearm">Its firearm.</param>
    /// <param name="command">The command.</param>
    /// <param name="paused">Whether the job's batch is paused.</param>
    /// <param name="lease">How long the station may keep it.</param>
    /// <param name="now">When it is decided.</param>
    public static Result<MarkingDecision> Decide(
        MarkingJob job, Firearm firearm, ClaimMarkingJob command, bool paused, TimeSpan lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(command);
        if (job.State is not (MarkingJobState.Ordered or MarkingJobState.NumberReserved or MarkingJobState.Sent))
            return MarkingJobErrors.InState(job.State, "The job is not waiting for a station.");
        if (job.OrderedFor is { } station && station != command.StationId)
            return MarkingJobErrors.ForOther(station);
        if (paused)
            return MarkingJobErrors.Paused;
        if (job.State == MarkingJobState.Sent && job.ClaimedBy != command.StationId && now < job.LeaseEndsAt)
            return MarkingJobErrors.Claimed(job.ClaimedBy, job.LeaseEndsAt.Value);
        if (command.Until is { } until && (until <= now || until > now + LongestAbsence))
            return MarkingJobErrors.TooLong(until);
        return MarkingRules.FitToMark(firearm) is { } unfit
            ? unfit
            : MarkingDecision.Of(new MarkingJobClaimed(command.StationId, command.Until ?? now + lease));
    }
}

/// <summary>Carries out <see cref="ClaimMarkingJob"/>.</summary>
public sealed class ClaimMarkingJobHandler(RegistryWriter writer, MarkingSettings settings)
{
    /// <summary>Leases the job; of two stations that saw the same version one is refused.</summary>
    public async Task<Result<Written>> HandleAsync(ClaimMarkingJob command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (await MarkingStations.FindRefusalAsync(writer.Session, command.StationId, context, token) is { } refusal)
            return refusal;
        return await MarkingJobWriting.ActAsync(writer, command.JobId, async (job, firearm) => ClaimMarkingJob.Decide(
            job, firearm, command, await MarkingBatches.IsPausedAsync(writer.Session, job.BatchId, token), settings.Lease, context.Now),
            context, token);
    }
}

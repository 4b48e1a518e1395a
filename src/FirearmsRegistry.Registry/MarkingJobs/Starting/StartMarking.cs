using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.MarkingJobs.Starting;

/// <summary>Record that the machine is about to be told to go.</summary>
/// <param name="JobId">The job.</param>
/// <param name="StationId">The station.</param>
/// <param name="StartedOn">The day at the station.</param>
public sealed record StartMarking(Guid JobId, Guid StationId, PartialDate StartedOn)
{
    /// <summary>Decides: a job is started once, by the station that has it, while its lease runs.</summary>
    /// <param name="job">The job.</param>
    /// <param name="firearm">Its firearm.</param>
    /// <param name="command">The command.</param>
    /// <param name="paused">Whether the job's batch is paused.</param>
    /// <param name="lease">In what time the station must say how it went.</param>
    /// <param name="now">When it is decided.</param>
    public static Result<MarkingDecision> Decide(
        MarkingJob job, Firearm firearm, StartMarking command, bool paused, TimeSpan lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(command);
        switch (job.State)
        {
            case MarkingJobState.Ordered or MarkingJobState.NumberReserved:
                return MarkingJobErrors.ClaimFirst;
            case MarkingJobState.Cancelled:
                return MarkingJobErrors.InState(job.State, "The job was cancelled.");
            case not MarkingJobState.Sent:
                return MarkingJobErrors.Started(job.State);
        }

        if (MarkingRules.IsClaimer(job, command.StationId) is { } other)
            return other;
        if (now >= job.LeaseEndsAt)
            return MarkingJobErrors.LeaseOver;
        if (paused)
            return MarkingJobErrors.Paused;
        var refusal = MarkingRules.FitToMark(firearm)
            ?? FirearmRules.Impossible(firearm, now, "/startedOn", command.StartedOn);
        return refusal is not null
            ? refusal
            : MarkingDecision.Of(new MarkingStarted(command.StationId, command.StartedOn, now + lease));
    }
}

/// <summary>Carries out <see cref="StartMarking"/>.</summary>
public sealed class StartMarkingHandler(RegistryWriter writer, MarkingSettings settings)
{
    /// <summary>Records the start; it is on disk when this returns, and only then may the machine be told to go.</summary>
    public async Task<Result<Written>> HandleAsync(StartMarking command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (await MarkingStations.FindRefusalAsync(writer.Session, command.StationId, context, token) is { } refusal)
            return refusal;
        return await MarkingJobWriting.ActAsync(writer, command.JobId, async (job, firearm) => StartMarking.Decide(
            job, firearm, command, await MarkingBatches.IsPausedAsync(writer.Session, job.BatchId, token), settings.Lease, context.Now),
            context, token);
    }
}

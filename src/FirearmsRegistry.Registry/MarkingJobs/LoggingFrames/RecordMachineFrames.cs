using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.MarkingJobs.LoggingFrames;

/// <summary>Keep frames between a station and its machine with the job: evidence of what the machine was told and said.</summary>
/// <param name="JobId">The job.</param>
/// <param name="StationId">The station.</param>
/// <param name="Frames">The frames in their order.</param>
public sealed record RecordMachineFrames(Guid JobId, Guid StationId, IReadOnlyList<MachineFrame> Frames)
{
    /// <summary>The most frames of one job.</summary>
    public const int MostFrames = 500;

    /// <summary>The most bytes of all frames of one job.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Decides: a job keeps a bounded log, from its claim until it has ended.</summary>
    public static Result<MarkingDecision> Decide(MarkingJob job, RecordMachineFrames command)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(command);
        if (job.ClaimedBy is null)
            return MarkingJobErrors.ClaimFirst;
        if (MarkingRules.IsClaimer(job, command.StationId) is { } other)
            return other;
        if (job.State is MarkingJobState.Verified or MarkingJobState.Rejected or MarkingJobState.Cancelled)
            return MarkingJobErrors.InState(job.State, "The job has ended.");
        if (command.Frames.Count == 0)
            return Refusal.Input(new InputError("/frames", "[]", "Must hold at least one frame."));
        var (left, bytesLeft) = (MostFrames - job.Frames, MostBytes - job.FrameBytes);
        return command.Frames.Count > left || command.Frames.Sum(frame => frame.Bytes.Count) > bytesLeft
            ? MarkingJobErrors.FramesFull(left, bytesLeft)
            : MarkingDecision.Of(new MachineFramesRecorded(command.StationId, command.Frames));
    }
}

/// <summary>Carries out <see cref="RecordMachineFrames"/>.</summary>
public sealed class RecordMachineFramesHandler(RegistryWriter writer)
{
    /// <summary>Keeps the frames.</summary>
    public async Task<Result<Written>> HandleAsync(RecordMachineFrames command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return await MarkingStations.FindRefusalAsync(writer.Session, command.StationId, context, token) is { } refusal
            ? refusal
            : await MarkingJobWriting.ActAsync(
                writer, command.JobId, (job, _) => Task.FromResult(RecordMachineFrames.Decide(job, command)), context, token);
    }
}

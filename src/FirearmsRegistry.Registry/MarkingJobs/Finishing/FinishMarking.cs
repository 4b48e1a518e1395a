using FirearmsRegistry.Registry.MarkingJobs.Sweeping;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.MarkingJobs.Finishing;

/// <summary>Record what the station says about its machine's work.</summary>
/// <param name="JobId">The job.</param>
/// <param name="StationId">The station.</param>
/// <param name="Outcome">What it says.</param>
/// <param name="Explanation">The machine's or the operator's words; needed unless the mark is there.</param>
public sealed record FinishMarking(Guid JobId, Guid StationId, MachineOutcome Outcome, Note? Explanation)
{
    /// <summary>
    /// Decides. What comes after its time leaves the mark unknown, whatever it says: the arm may have been taken away meanwhile. The
    /// report is kept for the inspector.
    /// </summary>
    public static Result<MarkingDecision> Decide(MarkingJob job, FinishMarking command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(command);
        if (job.State == MarkingJobState.UnknownMarkState)
            return MarkingJobErrors.MarkUnknown;
        if (job.State != MarkingJobState.Marking)
            return MarkingJobErrors.InState(job.State, "Only a started job is finished.");
        if (MarkingRules.IsClaimer(job, command.StationId) is { } other)
            return other;
        if (command.Outcome != MachineOutcome.Marked && command.Explanation is null)
            return Refusal.Input(new InputError("/explanation", null, "Must say what the machine or the line did."));
        if (now >= job.LeaseEndsAt)
            return Quarantine.Begin(job.Id, new MarkStateUnknown(UnknownCause.LeaseExpired, command.Explanation, command.Outcome));
        return command.Outcome switch
        {
            MachineOutcome.Marked => MarkingDecision.Of(new MarkingFinished(command.StationId, command.Explanation)),
            MachineOutcome.NotMarked => MarkingDecision.Ending(command.Explanation!.Value,
                new MarkingRefusedByMachine(command.StationId, command.Explanation.Value), new MarkingRejected(command.Explanation.Value)),
            MachineOutcome.UnknownMarkState =>
                Quarantine.Begin(job.Id, new MarkStateUnknown(UnknownCause.ReportedByStation, command.Explanation)),
        };
    }
}

/// <summary>Carries out <see cref="FinishMarking"/>.</summary>
public sealed class FinishMarkingHandler(RegistryWriter writer)
{
    /// <summary>Records the outcome, and with it the quarantine or the void number that it means.</summary>
    public async Task<Result<Written>> HandleAsync(FinishMarking command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return await MarkingStations.FindRefusalAsync(writer.Session, command.StationId, context, token) is { } refusal
            ? refusal
            : await MarkingJobWriting.ActAsync(
                writer, command.JobId, (job, _) => Task.FromResult(FinishMarking.Decide(job, command, context.Now)), context, token);
    }
}

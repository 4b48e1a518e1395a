using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.MarkingJobs.Inspecting;

/// <summary>Record what a person saw on an arm of which nobody knew what was on it, or which read otherwise than ordered.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Outcome">What is on the metal.</param>
/// <param name="Photo">The photo's hash.</param>
/// <param name="InspectedOn">When.</param>
/// <param name="Findings">What was seen.</param>
public sealed record InspectMark(Guid JobId, InspectionOutcome Outcome, PhotoHash Photo, PartialDate InspectedOn, Note Findings)
{
    /// <summary>
    /// Decides: a whole mark is read back next; anything else ends the job, and its number is void (a number is never used a second time).
    /// </summary>
    public static Result<MarkingDecision> Decide(MarkingJob job, Firearm firearm, InspectMark command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        var mayInspect = job.State switch
        {
            MarkingJobState.UnknownMarkState => true,
            MarkingJobState.Marked or MarkingJobState.ReadBack => command.Outcome != InspectionOutcome.Marked,
            _ => false,
        };
        if (!mayInspect)
            return MarkingJobErrors.InState(job.State, "There is nothing to be settled by an inspection.");
        var dates = FirearmRules.Impossible(firearm, now, "/inspectedOn", command.InspectedOn)
            ?? (job.StartedOn is { } started ? FirearmRules.Before("/inspectedOn", command.InspectedOn, started, "the marking") : null);
        if (dates is not null)
            return dates;
        var inspected = new MarkInspected(command.Outcome, command.Photo, command.InspectedOn, command.Findings);
        IReadOnlyList<object> ended = job.State == MarkingJobState.UnknownMarkState
            ? [new FirearmQuarantineEnded(job.Id, command.Findings)]
            : [];
        return command.Outcome == InspectionOutcome.Marked
            ? new MarkingDecision([inspected], ended)
            : new MarkingDecision([inspected, new MarkingRejected(command.Findings)], ended, command.Findings);
    }
}

/// <summary>Carries out <see cref="InspectMark"/>.</summary>
public sealed class InspectMarkHandler(RegistryWriter writer)
{
    /// <summary>Records the inspection, the end of the quarantine, and the void number where the mark is not there.</summary>
    public Task<Result<Written>> HandleAsync(InspectMark command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return MarkingJobWriting.ActAsync(writer, command.JobId,
            (job, firearm) => Task.FromResult(InspectMark.Decide(job, firearm, command, context.Now)), context, token);
    }
}

using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Checks that several decisions share.</summary>
internal static class MarkingRules
{
    /// <summary>Whether the arm is there to be marked at all.</summary>
    public static Refusal? FitToMark(Firearm firearm)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        if (firearm.OpenLoss is { } loss)
            return FirearmErrors.IsMissing(loss.Kind);
        return firearm.Quarantines.Count > 0 ? FirearmErrors.InQuarantine(firearm) : null;
    }

    /// <summary>Refuses a station that is not the one that has the job.</summary>
    public static Refusal? IsClaimer(MarkingJob job, Guid station) =>
        job.ClaimedBy == station ? null : MarkingJobErrors.ForOther(job.ClaimedBy);
}

using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>What a decision about a job means for the job, for its firearm and for its number; written in one transaction.</summary>
/// <param name="OfJob">The job's events.</param>
/// <param name="OfFirearm">The firearm's events.</param>
/// <param name="SpoilsNumber">Why the job's number is void from now on; null where it is not.</param>
public sealed record MarkingDecision(IReadOnlyList<object> OfJob, IReadOnlyList<object> OfFirearm, Note? SpoilsNumber = null)
{
    internal static MarkingDecision Of(params IReadOnlyList<object> ofJob) => new(ofJob, []);

    /// <summary>The job ends without its mark.</summary>
    internal static MarkingDecision Ending(Note reason, params IReadOnlyList<object> ofJob) => new(ofJob, [], reason);
}

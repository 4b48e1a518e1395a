using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs.Sweeping;

/// <summary>An arm of which nobody knows what is on it stays where it is until a person has looked.</summary>
internal static class Quarantine
{
    private static readonly Note Reported = Note.Parse("The station does not know whether the mark was cut.").GetOrThrow();

    private static readonly Note Silent = Note.Parse("The station did not say in time whether the mark was cut.").GetOrThrow();

    /// <summary>Why an arm waits of which only a station's log says that it was marked.</summary>
    public static readonly Note Disputed = Note.Parse("The station's log tells of a start that the register cannot accept.").GetOrThrow();

    public static MarkingDecision Begin(Guid job, MarkStateUnknown happened) => new(
        [happened],
        [
            new FirearmQuarantined(job, happened.Cause switch
            {
                UnknownCause.ReportedByStation => Reported,
                UnknownCause.LeaseExpired => Silent,
                UnknownCause.DisputedLog => Disputed,
            }),
        ]);
}

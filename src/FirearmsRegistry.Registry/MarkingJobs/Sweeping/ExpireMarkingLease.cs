namespace FirearmsRegistry.Registry.MarkingJobs.Sweeping;

/// <summary>Ends the wait for a station that started a job and did not say how it went.</summary>
public static class ExpireMarkingLease
{
    /// <summary>Decides whether the time has run out; null where it has not, or where the station has said something.</summary>
    public static MarkingDecision? Decide(MarkingJob job, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.State == MarkingJobState.Marking && job.LeaseEndsAt <= now
            ? Quarantine.Begin(job.Id, new MarkStateUnknown(UnknownCause.LeaseExpired))
            : null;
    }
}

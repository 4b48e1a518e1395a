using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.MarkingJobs.GettingDetails;

/// <summary>A marking job as it stands: what a station needs to do it, and what came of it.</summary>
public sealed class MarkingJobDetails
{
    /// <summary>The job's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>Where it stands.</summary>
    public MarkingJobState State { get; set; }

    /// <summary>The firearm.</summary>
    public Guid FirearmId { get; set; }

    /// <summary>The mark's id on the firearm's record.</summary>
    public Guid MarkId { get; set; }

    /// <summary>The mark, with the text exactly as it must be on the metal.</summary>
    public PhysicalMark Mark { get; set; } = null!;

    /// <summary>The bytes of the symbol beside the text; null where there is none.</summary>
    public HexBytes? Payload { get; set; }

    /// <summary>The layout stored in the machine.</summary>
    public ShortText Layout { get; set; }

    /// <summary>The national number; null for marks without one.</summary>
    public NationalNumber? Number { get; set; }

    /// <summary>The station that is to do it; any where it is null.</summary>
    public Guid? StationId { get; set; }

    /// <summary>The batch that it belongs to.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset OrderedAt { get; set; }

    /// <summary>The station that has it, or had it last.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>Until when the station has it; after the start, when it must have said how it went.</summary>
    public DateTimeOffset? LeaseEndsAt { get; set; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>The subject of the person at the station when it was started.</summary>
    public string? StartedBy { get; set; }

    /// <summary>When the station said how it went, or its time ran out.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What the station said of it.</summary>
    public Note? Explanation { get; set; }

    /// <summary>Why nobody knew what is on the metal; kept after an inspection.</summary>
    public UnknownCause? UnknownBecause { get; set; }

    /// <summary>What the station said after its time.</summary>
    public MachineOutcome? ReportedTooLate { get; set; }

    /// <summary>Whether the arm is in quarantine for the sake of this job.</summary>
    public bool Quarantined => State == MarkingJobState.UnknownMarkState;

    /// <summary>What persons saw on the arm.</summary>
    public List<MarkInspected> Inspections { get; set; } = [];

    /// <summary>How often it was read back.</summary>
    public int Readings { get; set; }

    /// <summary>What was read last, with what differs from the order.</summary>
    public MarkReadBack? LastReading { get; set; }

    /// <summary>How many of the machine's frames are kept.</summary>
    public int Frames { get; set; }

    /// <summary>When it ended: verified, rejected or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended without its mark: the reason for which its number is void.</summary>
    public Note? EndReason { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingOrdered> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var ordered = happened.Data;
        (FirearmId, MarkId, Mark, Layout) = (ordered.FirearmId, ordered.MarkId, ordered.Mark, ordered.Layout);
        (Payload, StationId, BatchId) = (ordered.Payload, ordered.StationId, ordered.BatchId);
        OrderedAt = happened.Timestamp;
        State = MarkingJobState.Ordered;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingNumberReserved happened) => (Number, State) = (happened.Number, MarkingJobState.NumberReserved);

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingJobClaimed happened) =>
        (ClaimedBy, LeaseEndsAt, State) = (happened.StationId, happened.LeaseEndsAt, MarkingJobState.Sent);

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingStarted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (LeaseEndsAt, StartedAt, StartedBy) = (happened.Data.DueAt, happened.Timestamp, happened.UserName);
        State = MarkingJobState.Marking;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MachineFramesRecorded happened) => Frames += happened.Frames.Count;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingFinished> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (FinishedAt, Explanation, State) = (happened.Timestamp, happened.Data.Explanation, MarkingJobState.Marked);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingRefusedByMachine> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (FinishedAt, Explanation) = (happened.Timestamp, happened.Data.Explanation);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkStateUnknown> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (FinishedAt, Explanation, State) = (happened.Timestamp, happened.Data.Explanation, MarkingJobState.UnknownMarkState);
        (UnknownBecause, ReportedTooLate) = (happened.Data.Cause, happened.Data.ReportedTooLate);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkInspected happened)
    {
        Inspections.Add(happened);
        if (happened.Outcome == InspectionOutcome.Marked)
            State = MarkingJobState.Marked;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkReadBack happened)
    {
        Readings++;
        (LastReading, State) = (happened, MarkingJobState.ReadBack);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingVerified> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (EndedAt, State) = (happened.Timestamp, MarkingJobState.Verified);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingRejected> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (EndedAt, EndReason, State) = (happened.Timestamp, happened.Data.Reason, MarkingJobState.Rejected);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingCancelled> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (EndedAt, EndReason, State) = (happened.Timestamp, happened.Data.Reason, MarkingJobState.Cancelled);
    }
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>What decisions need to know of a marking job, folded from its events. It decides nothing.</summary>
public sealed class MarkingJob
{
    /// <summary>The job's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>The firearm to be marked.</summary>
    public Guid FirearmId { get; private set; }

    /// <summary>The id of the mark on the firearm's record.</summary>
    public Guid MarkId { get; private set; }

    /// <summary>The mark as it must be on the metal.</summary>
    public PhysicalMark Mark { get; private set; } = null!;

    /// <summary>The bytes of the symbol; null where there is none.</summary>
    public HexBytes? Payload { get; private set; }

    /// <summary>Why a method is used that the policy advises against.</summary>
    public Note? MethodOverride { get; private set; }

    /// <summary>Why the firearm is another one than those that the mark's serial makes it look like.</summary>
    public Note? ConfirmedDistinct { get; private set; }

    /// <summary>The station that is to do it; any where it is null.</summary>
    public Guid? OrderedFor { get; private set; }

    /// <summary>The batch that it belongs to.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>The national number; null for marks without one.</summary>
    public NationalNumber? Number { get; private set; }

    /// <summary>Where it stands.</summary>
    public MarkingJobState State { get; private set; }

    /// <summary>The station that has it, or had it last.</summary>
    public Guid? ClaimedBy { get; private set; }

    /// <summary>Until when the station has it; after the start, when it must have said how it went.</summary>
    public DateTimeOffset? LeaseEndsAt { get; private set; }

    /// <summary>The day on which the mark is put on the metal.</summary>
    public PartialDate? StartedOn { get; private set; }

    /// <summary>The person at the station when it started; the sweep acts in that name.</summary>
    public string? StartedBy { get; private set; }

    /// <summary>The event of the start: the cause of what the sweep records.</summary>
    public Guid StartedEvent { get; private set; }

    /// <summary>What the station said about its machine's work; null where it has said nothing.</summary>
    public MachineOutcome? Reported { get; private set; }

    /// <summary>The text of the last reading.</summary>
    public MarkText? ReadText { get; private set; }

    /// <summary>The payload of the last reading.</summary>
    public HexBytes? ReadPayload { get; private set; }

    /// <summary>The time of the last frame that is kept.</summary>
    public DateTimeOffset? LastFrameAt { get; private set; }

    /// <summary>How many frames are kept.</summary>
    public int Frames { get; private set; }

    /// <summary>How many bytes they have together.</summary>
    public int FrameBytes { get; private set; }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingOrdered happened)
    {
        FirearmId = happened.FirearmId;
        MarkId = happened.MarkId;
        Mark = happened.Mark;
        Payload = happened.Payload;
        (MethodOverride, ConfirmedDistinct) = (happened.MethodOverride, happened.ConfirmedDistinct);
        OrderedFor = happened.StationId;
        BatchId = happened.BatchId;
        State = MarkingJobState.Ordered;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingNumberReserved happened)
    {
        Number = happened.Number;
        State = MarkingJobState.NumberReserved;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingJobClaimed happened)
    {
        (ClaimedBy, LeaseEndsAt) = (happened.StationId, happened.LeaseEndsAt);
        State = MarkingJobState.Sent;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MarkingStarted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (StartedOn, LeaseEndsAt) = (happened.Data.StartedOn, happened.Data.DueAt);
        (StartedBy, StartedEvent) = (happened.UserName, happened.Id);
        State = MarkingJobState.Marking;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MachineFramesRecorded happened)
    {
        Frames += happened.Frames.Count;
        FrameBytes += happened.Frames.Sum(frame => frame.Bytes.Count);
        LastFrameAt = happened.Frames[^1].At;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingFinished happened)
    {
        Reported = MachineOutcome.Marked;
        State = MarkingJobState.Marked;
    }

    /// <summary>Folds the event: the rejection that ends the job follows it.</summary>
    public void Apply(MarkingRefusedByMachine happened) => Reported = MachineOutcome.NotMarked;

    /// <summary>Folds the event.</summary>
    public void Apply(MarkStateUnknown happened)
    {
        Reported = happened.Cause == UnknownCause.ReportedByStation ? MachineOutcome.UnknownMarkState : happened.ReportedTooLate;
        State = MarkingJobState.UnknownMarkState;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkInspected happened)
    {
        if (happened.Outcome == InspectionOutcome.Marked)
            State = MarkingJobState.Marked;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkReadBack happened)
    {
        (ReadText, ReadPayload) = (happened.KeyedText, happened.Payload);
        State = MarkingJobState.ReadBack;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingVerified happened) => State = MarkingJobState.Verified;

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingRejected happened) => State = MarkingJobState.Rejected;

    /// <summary>Folds the event.</summary>
    public void Apply(MarkingCancelled happened) => State = MarkingJobState.Cancelled;
}

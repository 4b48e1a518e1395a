using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.MarkingJobs.Batching;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.MarkingJobs.Listing;

/// <summary>Keeps <c>marking_job</c> and <c>marking_batch_paused</c> in step with the events, in their transaction.</summary>
public sealed partial class MarkingJobsProjection : EventProjection
{
    private const string Insert =
        """
        insert into registry.marking_job (marking_job_id, firearm_id, mark_kind, component, state, ordered_at, station_id, batch_id)
        values (?, ?, ?, ?, ?, ?, nullif(?, '00000000-0000-0000-0000-000000000000'::uuid), nullif(?, '00000000-0000-0000-0000-000000000000'::uuid))
        """;

    /// <summary>A rebuild starts from empty tables.</summary>
    public MarkingJobsProjection()
    {
        Name = "marking_jobs";
        Options.DeleteDataInTableOnTeardown("registry.marking_job");
        Options.DeleteDataInTableOnTeardown("registry.marking_batch_paused");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingOrdered> happened, IDocumentOperations operations)
    {
        var ordered = happened.Data;
        operations.QueueSqlCommand(Insert, happened.StreamId, ordered.FirearmId, Codes.Of(ordered.Mark.Kind), Codes.Of(ordered.Mark.Component),
            Codes.Of(MarkingJobState.Ordered), happened.Timestamp.ToUniversalTime(), ordered.StationId ?? Guid.Empty, ordered.BatchId ?? Guid.Empty);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingNumberReserved> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.marking_job set number = ?, state = ? where marking_job_id = ?",
        happened.Data.Number.ToString(), Codes.Of(MarkingJobState.NumberReserved), happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingJobClaimed> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.marking_job set claimed_by = ?, due_at = ?, state = ? where marking_job_id = ?",
        happened.Data.StationId, happened.Data.LeaseEndsAt.ToUniversalTime(), Codes.Of(MarkingJobState.Sent), happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingStarted> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.marking_job set due_at = ?, state = ? where marking_job_id = ?",
        happened.Data.DueAt.ToUniversalTime(), Codes.Of(MarkingJobState.Marking), happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingFinished> happened, IDocumentOperations operations) => Move(happened.StreamId, MarkingJobState.Marked, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkStateUnknown> happened, IDocumentOperations operations) =>
        Move(happened.StreamId, MarkingJobState.UnknownMarkState, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkInspected> happened, IDocumentOperations operations)
    {
        if (happened.Data.Outcome == InspectionOutcome.Marked)
            Move(happened.StreamId, MarkingJobState.Marked, operations);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkReadBack> happened, IDocumentOperations operations) => Move(happened.StreamId, MarkingJobState.ReadBack, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingVerified> happened, IDocumentOperations operations) => Move(happened.StreamId, MarkingJobState.Verified, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingRejected> happened, IDocumentOperations operations) => Move(happened.StreamId, MarkingJobState.Rejected, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingCancelled> happened, IDocumentOperations operations) => Move(happened.StreamId, MarkingJobState.Cancelled, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingBatchPaused> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "insert into registry.marking_batch_paused (marking_batch_id) values (?) on conflict do nothing", happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MarkingBatchResumed> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "delete from registry.marking_batch_paused where marking_batch_id = ?", happened.StreamId);

    private static void Move(Guid job, MarkingJobState state, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.marking_job set state = ? where marking_job_id = ?", Codes.Of(state), job);
}

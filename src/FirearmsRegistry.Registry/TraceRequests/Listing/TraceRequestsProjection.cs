using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.TraceRequests.Listing;

/// <summary>Keeps <c>trace_request</c> and <c>trace_clock</c> in step with the events, in their transaction.</summary>
public sealed partial class TraceRequestsProjection : EventProjection
{
    /// <summary>The clock of another State's answer.</summary>
    internal const string ForeignAnswerClock = "foreign_answer";

    private const string Insert =
        """
        insert into registry.trace_request (trace_request_id, seized_item_id, priority, state, requested_at) values (?, ?, ?, ?, ?)
        """;

    private const string Decide =
        """
        update registry.trace_request set outcome = ?, line = ?, state = case when ended_at is null then ? else state end
        where trace_request_id = ?
        """;

    /// <summary>A rebuild starts from empty tables.</summary>
    public TraceRequestsProjection()
    {
        Name = "trace_requests";
        Options.DeleteDataInTableOnTeardown("registry.trace_request");
        Options.DeleteDataInTableOnTeardown("registry.trace_clock");
        Options.DeleteDataInTableOnTeardown("registry.cross_border_trace");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceRequested> happened, IDocumentOperations operations) => operations.QueueSqlCommand(Insert,
        happened.StreamId, happened.Data.SeizedItemId, Codes.Of(happened.Data.Priority), Codes.Of(TraceRequestState.Acknowledged),
        happened.Timestamp.ToUniversalTime());

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OnwardRequestRecorded> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        SetClock, happened.StreamId, ForeignAnswerClock, happened.Data.DueAt.ToUniversalTime());

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<ForeignAnswerRecorded> happened, IDocumentOperations operations) => StopClock(happened.StreamId, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OnwardAnswerOverdue> happened, IDocumentOperations operations) => StopClock(happened.StreamId, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceWithdrawn> happened, IDocumentOperations operations)
    {
        StopAllClocks(happened.StreamId, operations);
        End(happened.StreamId, TraceRequestState.Withdrawn, happened.Timestamp, operations);
        EndCrossBorder(happened.StreamId, happened.Timestamp, operations);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceOutcomeDecided> happened, IDocumentOperations operations) => operations.QueueSqlCommand(Decide,
        Codes.Of(happened.Data.Outcome), happened.Data.Line.Code(), Codes.Of(happened.Data.State), happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceClosed> happened, IDocumentOperations operations)
    {
        operations.QueueSqlCommand("update registry.trace_request set outcome = coalesce(outcome, ?) where trace_request_id = ?",
            Codes.Of(happened.Data.Outcome), happened.StreamId);
        End(happened.StreamId, TraceRequestState.Closed, happened.Timestamp, operations);
    }

    private static void StopClock(Guid request, IDocumentOperations operations) => operations.QueueSqlCommand(
        "delete from registry.trace_clock where trace_request_id = ? and kind = ?", request, ForeignAnswerClock);

    private static void End(Guid request, TraceRequestState state, DateTimeOffset at, IDocumentOperations operations) =>
        operations.QueueSqlCommand("update registry.trace_request set state = ?, ended_at = ? where trace_request_id = ?",
            Codes.Of(state), at.ToUniversalTime(), request);
}

using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.Listing;

/// <content>The rows of requests to and from other States, and of their clocks.</content>
public sealed partial class TraceRequestsProjection
{
    /// <summary>The constraint by which a partner's reference is recorded once.</summary>
    internal const string ReceivedOnce = "cross_border_trace_received_once";

    private const string InsertListed =
        """
        insert into registry.trace_request (trace_request_id, kind, seized_item_id, priority, state, requested_at) values (?, ?, null, ?, ?, ?)
        """;

    private const string InsertOutbound =
        """
        insert into registry.cross_border_trace (trace_request_id, kind, partner_id, country, parent_id, root_id, priority, opened_at)
        values (?, 'outbound', ?, ?, ?, ?, ?, ?)
        """;

    private const string InsertInbound =
        """
        insert into registry.cross_border_trace
            (trace_request_id, kind, partner_id, country, root_id, priority, partner_reference, opened_at, submitted_at, acknowledged_at)
        values (?, 'inbound', ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    // What came last counts as the answer; when it came first, and when nothing more was to come, are kept apart.
    private const string Answer =
        """
        update registry.cross_border_trace set first_reply_at = coalesce(first_reply_at, ?), answer = ?, finding = nullif(?, ''),
            answered_at = case when ? then coalesce(answered_at, ?) else answered_at end
        where trace_request_id = ?
        """;

    private const string SetClock =
        """
        insert into registry.trace_clock (trace_request_id, kind, due_at) values (?, ?, ?)
        on conflict (trace_request_id, kind) do update set due_at = excluded.due_at
        """;

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OutboundTraceDrafted> happened, IDocumentOperations operations)
    {
        var (drafted, at) = (happened.Data, happened.Timestamp.ToUniversalTime());
        var priority = Codes.Of(drafted.Content.Priority);
        operations.QueueSqlCommand(InsertListed, happened.StreamId, Codes.Of(TraceKind.Outbound), priority, Codes.Of(TraceRequestState.Draft), at);
        operations.QueueSqlCommand(InsertOutbound, happened.StreamId, drafted.PartnerId, drafted.Country.Alpha3, drafted.ParentId, drafted.RootId,
            priority, at);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OutboundTraceAmended> happened, IDocumentOperations operations)
    {
        var priority = Codes.Of(happened.Data.Content.Priority);
        operations.QueueSqlCommand("update registry.trace_request set priority = ? where trace_request_id = ?", priority, happened.StreamId);
        operations.QueueSqlCommand("update registry.cross_border_trace set priority = ? where trace_request_id = ?", priority, happened.StreamId);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OutboundTraceSubmitted> happened, IDocumentOperations operations)
    {
        Stand(happened, TraceRequestState.Submitted, operations);
        operations.QueueSqlCommand("update registry.cross_border_trace set submitted_at = ? where trace_request_id = ?",
            happened.Timestamp.ToUniversalTime(), happened.StreamId);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OutboundTraceAcknowledged> happened, IDocumentOperations operations)
    {
        Stand(happened, TraceRequestState.Acknowledged, operations);
        operations.QueueSqlCommand(
            "update registry.cross_border_trace set acknowledged_at = ?, partner_reference = nullif(?, '') where trace_request_id = ?",
            happened.Timestamp.ToUniversalTime(), happened.Data.PartnerReference?.ToString() ?? "", happened.StreamId);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<InboundTraceReceived> happened, IDocumentOperations operations)
    {
        var (received, at) = (happened.Data, happened.Timestamp.ToUniversalTime());
        var priority = Codes.Of(received.Content.Priority);
        operations.QueueSqlCommand(InsertListed, happened.StreamId, Codes.Of(TraceKind.Inbound), priority,
            Codes.Of(TraceRequestState.Acknowledged), at);
        operations.QueueSqlCommand(InsertInbound, happened.StreamId, received.PartnerId, received.Country.Alpha3, happened.StreamId, priority,
            received.PartnerReference.ToString(), at, at, at);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MoreInformationAsked> happened, IDocumentOperations operations) =>
        Stand(happened, TraceRequestState.InfoRequested, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MoreInformationGiven> happened, IDocumentOperations operations) =>
        Stand(happened, TraceRequestState.Resubmitted, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceWorkBegun> happened, IDocumentOperations operations)
    {
        Stand(happened, TraceRequestState.InProgress, operations);
        operations.QueueSqlCommand(
            "update registry.cross_border_trace set acknowledged_at = coalesce(acknowledged_at, ?) where trace_request_id = ?",
            happened.Timestamp.ToUniversalTime(), happened.StreamId);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OutboundTraceAnswered> happened, IDocumentOperations operations) => Answered(happened, happened.Data.Answer, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<InboundTraceAnswered> happened, IDocumentOperations operations) => Answered(happened, happened.Data.Answer, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceNotRepliedTo> happened, IDocumentOperations operations)
    {
        Stand(happened, TraceRequestState.NoReply, operations);
        StopAllClocks(happened.StreamId, operations);
        operations.QueueSqlCommand("update registry.cross_border_trace set no_reply_at = ? where trace_request_id = ?",
            happened.Timestamp.ToUniversalTime(), happened.StreamId);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceExpired> happened, IDocumentOperations operations) => EndAbroad(happened, TraceRequestState.Expired, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<CrossBorderTraceClosed> happened, IDocumentOperations operations) =>
        EndAbroad(happened, TraceRequestState.Closed, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceClockSet> happened, IDocumentOperations operations) => operations.QueueSqlCommand(SetClock,
        happened.StreamId, Codes.Of(happened.Data.Step), happened.Data.DueAt.ToUniversalTime());

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceClockStopped> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "delete from registry.trace_clock where trace_request_id = ? and kind = any(?)", happened.StreamId,
        happened.Data.Steps.Select(Codes.Of).ToArray());

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceReminderDue> happened, IDocumentOperations operations) =>
        StopClock(happened.StreamId, happened.Data.Step, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceEscalated> happened, IDocumentOperations operations) =>
        StopClock(happened.StreamId, TraceClockStep.Escalate, operations);

    /// <summary>Projects the event: the clock of the request that goes on takes the place of this one's own.</summary>
    public void Project(IEvent<OnwardRequestSent> happened, IDocumentOperations operations) => StopClock(happened.StreamId, operations);

    private static void Answered(IEvent happened, TraceAnswerContent answer, IDocumentOperations operations)
    {
        var at = happened.Timestamp.ToUniversalTime();
        Stand(happened, AnswerRules.StateAfter(answer.Kind), operations);
        operations.QueueSqlCommand(Answer, at, Codes.Of(answer.Kind), answer.Finding is { } finding ? Codes.Of(finding) : "",
            AnswerRules.IsFinal(answer.Kind), at, happened.StreamId);
    }

    private static void Stand(IEvent happened, TraceRequestState state, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.trace_request set state = ? where trace_request_id = ?", Codes.Of(state), happened.StreamId);

    private static void EndAbroad(IEvent happened, TraceRequestState state, IDocumentOperations operations)
    {
        End(happened.StreamId, state, happened.Timestamp, operations);
        StopAllClocks(happened.StreamId, operations);
        EndCrossBorder(happened.StreamId, happened.Timestamp, operations);
    }

    private static void EndCrossBorder(Guid request, DateTimeOffset at, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.cross_border_trace set ended_at = ? where trace_request_id = ?", at.ToUniversalTime(), request);

    private static void StopClock(Guid request, TraceClockStep step, IDocumentOperations operations) => operations.QueueSqlCommand(
        "delete from registry.trace_clock where trace_request_id = ? and kind = ?", request, Codes.Of(step));

    private static void StopAllClocks(Guid request, IDocumentOperations operations) => operations.QueueSqlCommand(
        "delete from registry.trace_clock where trace_request_id = ?", request);
}

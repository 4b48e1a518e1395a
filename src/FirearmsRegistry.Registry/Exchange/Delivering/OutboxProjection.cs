using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>
/// Writes down, in the transaction of the event, that another State is owed a document: its id is the event's, so that a rebuild finds it
/// there. Only requests that were made by document are answered by document; with the others people write letters.
/// </summary>
public sealed partial class OutboxProjection : EventProjection
{
    private const string Begin =
        """
        insert into registry.exchange_thread (trace_request_id, kind, partner_id, request_id, open) values (?, ?, ?, ?, ?)
        on conflict (trace_request_id) do nothing
        """;

    private const string Owe =
        """
        insert into registry.exchange_outbox (document_id, trace_request_id, partner_id, kind, created_at, due_at)
        select ?, trace_request_id, partner_id, ?, ?, ? from registry.exchange_thread where trace_request_id = ? and kind = ? and open
        on conflict (document_id) do nothing
        """;

    /// <summary>The threads are made anew by a rebuild. The outbox is not: what was delivered is in no event.</summary>
    public OutboxProjection()
    {
        Name = "exchange_outbox";
        Options.DeleteDataInTableOnTeardown("registry.exchange_thread");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OutboundTraceDrafted> happened, IDocumentOperations operations) => operations.QueueSqlCommand(Begin,
        happened.StreamId, Codes.Of(TraceKind.Outbound), happened.Data.PartnerId, happened.StreamId.ToString(), false);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<OutboundTraceSubmitted> happened, IDocumentOperations operations)
    {
        if (happened.Data.Way != ExchangeWay.Document)
            return;
        operations.QueueSqlCommand("update registry.exchange_thread set open = true where trace_request_id = ?", happened.StreamId);
        Queue(happened, DocumentKind.TraceRequest, TraceKind.Outbound, operations);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<InboundTraceReceived> happened, IDocumentOperations operations)
    {
        var isDocument = happened.Data.Way == ExchangeWay.Document;
        operations.QueueSqlCommand(Begin, happened.StreamId, Codes.Of(TraceKind.Inbound), happened.Data.PartnerId,
            happened.Data.PartnerReference.ToString(), isDocument);
        Queue(happened, DocumentKind.Acknowledgement, TraceKind.Inbound, operations);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MoreInformationAsked> happened, IDocumentOperations operations) =>
        Queue(happened, DocumentKind.MoreInformation, TraceKind.Inbound, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<MoreInformationGiven> happened, IDocumentOperations operations) =>
        Queue(happened, DocumentKind.MoreInformation, TraceKind.Outbound, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceWithdrawn> happened, IDocumentOperations operations) =>
        Queue(happened, DocumentKind.MoreInformation, TraceKind.Outbound, operations);

    /// <summary>Projects the event: what is due in requests of other States is told to the own people only.</summary>
    public void Project(IEvent<TraceReminderDue> happened, IDocumentOperations operations) =>
        Queue(happened, DocumentKind.MoreInformation, TraceKind.Outbound, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceReminded> happened, IDocumentOperations operations)
    {
        if (happened.Data.Way == ExchangeWay.Document)
            Queue(happened, DocumentKind.MoreInformation, TraceKind.Outbound, operations);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<InboundTraceAnswered> happened, IDocumentOperations operations) =>
        Queue(happened, DocumentKind.TraceAnswer, TraceKind.Inbound, operations);

    /// <summary>Only for requests of the kind: the other State's questions and answers are recorded by the same events.</summary>
    private static void Queue(IEvent happened, DocumentKind document, TraceKind kind, IDocumentOperations operations)
    {
        var at = happened.Timestamp.ToUniversalTime();
        operations.QueueSqlCommand(Owe, happened.Id, Codes.Of(document), at, at, happened.StreamId, Codes.Of(kind));
    }
}

using FirearmsRegistry.Marks.Codes;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Notices.Webhooks;

/// <summary>Keeps <c>webhook</c> in step with the events, in their transaction.</summary>
public sealed partial class WebhooksProjection : EventProjection
{
    /// <summary>A rebuild starts from an empty table.</summary>
    public WebhooksProjection()
    {
        Name = "webhooks";
        Options.DeleteDataInTableOnTeardown("registry.webhook");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<WebhookRegistered> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "insert into registry.webhook (webhook_id, kinds, enabled) values (?, ?, true)",
        happened.StreamId, happened.Data.Kinds.Select(Codes.Of).Distinct(StringComparer.Ordinal).ToArray());

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<WebhookDisabled> happened, IDocumentOperations operations) => Enable(operations, happened.StreamId, false);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<WebhookEnabled> happened, IDocumentOperations operations) => Enable(operations, happened.StreamId, true);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<WebhookEnded> happened, IDocumentOperations operations) =>
        operations.QueueSqlCommand("delete from registry.webhook where webhook_id = ?", happened.StreamId);

    private static void Enable(IDocumentOperations operations, Guid webhook, bool enabled) =>
        operations.QueueSqlCommand("update registry.webhook set enabled = ? where webhook_id = ?", enabled, webhook);
}

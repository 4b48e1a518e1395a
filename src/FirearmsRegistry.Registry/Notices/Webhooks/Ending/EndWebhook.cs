using FirearmsRegistry.Registry.Notices.Webhooks.Showing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Ending;

/// <summary>Tell another system of nothing any more.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="Reason">Why.</param>
public sealed record EndWebhook(Guid WebhookId, Note Reason)
{
    /// <summary>Decides.</summary>
    public static Result<WebhookEnded> Decide(Webhook webhook, EndWebhook command)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentNullException.ThrowIfNull(command);
        return webhook.State == WebhookState.Ended ? WebhookErrors.Ended : new WebhookEnded(command.Reason);
    }
}

/// <summary>Carries out <see cref="EndWebhook"/>.</summary>
public sealed class EndWebhookHandler(RegistryWriter writer)
{
    /// <summary>Ends it; what waited is sent no more.</summary>
    public Task<Result<Written>> HandleAsync(EndWebhook command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        WebhookSecrets.Forget(writer.Session, command.WebhookId);
        writer.Session.QueueSqlCommand("update registry.webhook_delivery set due_at = null where webhook_id = ?", command.WebhookId);
        return writer.UpdateAsync<Webhook>(
            WebhookErrors.What, command.WebhookId, _ => WebhookPaths.Of(command.WebhookId),
            webhook => EndWebhook.Decide(webhook, command).Bind(ended => Result.Of<IReadOnlyList<object>>([ended])),
            context, created: false, token);
    }
}

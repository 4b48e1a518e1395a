using FirearmsRegistry.Registry.Notices.Webhooks.Showing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Enabling;

/// <summary>Send to a webhook again that was disabled.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="Reason">What was put right.</param>
public sealed record EnableWebhook(Guid WebhookId, Note Reason)
{
    /// <summary>Decides.</summary>
    public static Result<WebhookEnabled> Decide(Webhook webhook, EnableWebhook command)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentNullException.ThrowIfNull(command);
        return webhook.State switch
        {
            WebhookState.Ended => WebhookErrors.Ended,
            WebhookState.Disabled => new WebhookEnabled(command.Reason),
            WebhookState.Enabled => WebhookErrors.NotDisabled,
        };
    }
}

/// <summary>Carries out <see cref="EnableWebhook"/>.</summary>
public sealed class EnableWebhookHandler(RegistryWriter writer)
{
    /// <summary>Enables it; what waits is due at once, with all its attempts before it.</summary>
    public Task<Result<Written>> HandleAsync(EnableWebhook command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        writer.Session.QueueSqlCommand(
            "update registry.webhook_delivery set due_at = ?, attempts = 0 where webhook_id = ? and due_at is not null",
            context.Now.ToUniversalTime(), command.WebhookId);
        return writer.UpdateAsync<Webhook>(
            WebhookErrors.What, command.WebhookId, _ => WebhookPaths.Of(command.WebhookId),
            webhook => EnableWebhook.Decide(webhook, command).Bind(enabled => Result.Of<IReadOnlyList<object>>([enabled])),
            context, created: false, token);
    }
}

using FirearmsRegistry.Registry.Notices.Webhooks.Showing;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Registering;

/// <summary>Have another system told of notices.</summary>
/// <param name="WebhookId">The webhook's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it is told.</param>
/// <param name="Kinds">Of what.</param>
public sealed record RegisterWebhook(Guid WebhookId, ShortText Name, WebhookAddress Address, IReadOnlyList<NoticeKind> Kinds)
{
    /// <summary>Decides.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isAllowed">Whether the address is on an administrator's list.</param>
    public static Result<WebhookRegistered> Decide(RegisterWebhook command, bool isAllowed)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Kinds.Count == 0)
            return WebhookErrors.NoKinds;
        return isAllowed
            ? new WebhookRegistered(command.Name, command.Address, [.. command.Kinds.Distinct().Order()])
            : WebhookErrors.AddressNotAllowed;
    }
}

/// <summary>Carries out <see cref="RegisterWebhook"/>.</summary>
internal sealed class RegisterWebhookHandler(RegistryWriter writer, OutgoingHttp http, WebhookSecrets secrets, WebhookAnswer answer)
{
    /// <summary>Registers it and has its secret shown, in this answer alone.</summary>
    public async Task<Result<Written>> HandleAsync(RegisterWebhook command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (RegisterWebhook.Decide(command, http.Allows(command.Address.ToUri())).Refused(out var refusal, out var registered))
            return refusal;
        var secret = WebhookSecrets.New();
        secrets.Keep(writer.Session, command.WebhookId, secret);
        var written = await writer.CreateAsync<Webhook>(command.WebhookId, WebhookPaths.Of(command.WebhookId), [registered], context, token);
        // Only once it is kept: a repeat of the same request makes another one that is not.
        if (written.Refusal is null)
            answer.ShowOnce(command.WebhookId, secret);
        return written;
    }
}

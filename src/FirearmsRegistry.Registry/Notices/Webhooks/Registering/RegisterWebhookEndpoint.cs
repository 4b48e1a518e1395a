using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Notices.Webhooks.Showing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Registering;

/// <summary><c>POST /webhooks</c>.</summary>
internal static class RegisterWebhookEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Address">Where it is told; on a server of <c>Registry:Outgoing:Servers</c>.</param>
    /// <param name="Kinds">Of what.</param>
    /// <param name="Id">Its id; given by the registry where left out.</param>
    public sealed record WebhookBody(ShortText Name, WebhookAddress Address, IReadOnlyList<NoticeKind> Kinds, Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<WebhookAnswer, WebhookView>("/webhooks", HandleAsync)
        .Named("registerWebhook", "Have another system told of notices; the answer shows the secret that signs them, this once")
        .Requires(AccessPolicy.ManageWebhooks)
        .Example(new WebhookBody(
            ShortText.Parse("Case management").GetOrThrow(), WebhookAddress.Parse("https://cases.example/registry-notices").GetOrThrow(),
            [NoticeKind.MissingArmFound, NoticeKind.TraceAnswered]))
        .Refuses(WebhookErrors.NotAllowed, "id-taken");

    private static Task<Result<Written>> HandleAsync(
        Body<WebhookBody> body, WriteCall call, RegisterWebhookHandler handler, CancellationToken token)
    {
        var webhook = body.Value;
        return handler.HandleAsync(
            new RegisterWebhook(webhook.Id ?? Guid.CreateVersion7(call.Context.Now), webhook.Name, webhook.Address, webhook.Kinds), call.Context, token);
    }
}

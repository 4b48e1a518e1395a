using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Notices.Webhooks.Enabling;
using FirearmsRegistry.Registry.Notices.Webhooks.Ending;
using FirearmsRegistry.Registry.Notices.Webhooks.Showing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Notices.Webhooks;

/// <summary><c>POST /webhooks/{id}/endings</c> and <c>POST /webhooks/{id}/enablements</c>.</summary>
internal static class WebhookActs
{
    /// <summary>The body of both.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record ReasonBody(Note Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<WebhookAnswer, WebhookView>("/webhooks/{id:guid}/endings", EndAsync)
            .Named("endWebhook", "Tell another system of nothing any more, and forget its secret")
            .Requires(AccessPolicy.ManageWebhooks)
            .Example(new ReasonBody(Note.Parse("The system was replaced.").GetOrThrow()))
            .Refuses(WebhookErrors.WrongState);
        routes.MapChange<WebhookAnswer, WebhookView>("/webhooks/{id:guid}/enablements", EnableAsync)
            .Named("enableWebhook", "Send to a webhook again that was disabled after repeated failure")
            .Requires(AccessPolicy.ManageWebhooks)
            .Example(new ReasonBody(Note.Parse("The other system is up again.").GetOrThrow()))
            .Refuses(WebhookErrors.WrongState);
    }

    private static Task<Result<Written>> EndAsync(
        Guid id, Body<ReasonBody> body, WriteCall call, EndWebhookHandler handler, CancellationToken token) =>
        handler.HandleAsync(new EndWebhook(id, body.Value.Reason), call.Context, token);

    private static Task<Result<Written>> EnableAsync(
        Guid id, Body<ReasonBody> body, WriteCall call, EnableWebhookHandler handler, CancellationToken token) =>
        handler.HandleAsync(new EnableWebhook(id, body.Value.Reason), call.Context, token);
}

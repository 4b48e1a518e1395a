using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Showing;

/// <summary><c>GET /webhooks/{id}/deliveries</c>.</summary>
internal static class ListWebhookDeliveries
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<WebhookDelivery>>("/webhooks/{id:guid}/deliveries", HandleAsync)
        .Named("listWebhookDeliveries", "What was sent to a webhook and what waits for it, with every attempt, the newest first")
        .Requires(AccessPolicy.ReadWebhooks);

    private static async Task<IResult> HandleAsync(
        Guid id, PageRequest page, IQuerySession session, WebhookDeliveryRows deliveries, HttpContext http, CancellationToken token)
    {
        var before = long.MaxValue;
        if (page.After is { } position && !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        if (await session.LoadAsync<Webhook>(id, token) is null)
            return ProblemDocuments.From(Refusal.NotFound(WebhookErrors.What, id), http);
        var rows = await deliveries.FindAsync(id, before, page.Limit + 1, token);
        var shown = Page<WebhookDeliveryRow>.Of(rows, page.Limit, row => row.Position.ToString(CultureInfo.InvariantCulture));
        return Resources.Of(new Page<WebhookDelivery>([.. shown.Items.Select(row => row.Delivery)], shown.Next));
    }
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Showing;

/// <summary><c>GET /webhooks</c> and <c>GET /webhooks/{id}</c>.</summary>
internal static class GetWebhooks
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<WebhookView>>("/webhooks", ListAsync)
            .Named("listWebhooks", "The systems that are told of notices, in the order of their registration")
            .Requires(AccessPolicy.ReadWebhooks);
        routes.MapRead<WebhookView>("/webhooks/{id:guid}", OneAsync)
            .Named("getWebhook", "A system that is told of notices, and what waits for it")
            .Requires(AccessPolicy.ReadWebhooks);
    }

    private static async Task<IResult> ListAsync(
        PageRequest page, IQuerySession session, WebhookAnswer answer, HttpContext http, CancellationToken token)
    {
        var after = Guid.Empty;
        if (page.After is { } position && !Guid.TryParse(position, out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        // A registry tells a handful of systems; ids are not compared by LINQ.
        var all = await session.Query<Webhook>().ToListAsync(token);
        var shown = new List<WebhookView>();
        foreach (var webhook in all.OrderBy(one => one.Id).Where(one => one.Id.CompareTo(after) > 0).Take(page.Limit + 1))
            shown.Add(await answer.ShowAsync(webhook, token));
        return Resources.Of(Page<WebhookView>.Of(shown, page.Limit, webhook => webhook.Id.ToString()));
    }

    private static async Task<IResult> OneAsync(Guid id, WebhookAnswer answer, HttpContext http, CancellationToken token) =>
        await answer.ReadAsync(id, WebhookPaths.Of(id), token) is { } webhook
            ? Resources.Of(http, webhook, webhook.Version)
            : ProblemDocuments.From(Refusal.NotFound(WebhookErrors.What, id), http);
}

using System.Text;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Receiving;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary><c>GET /exchange/outbox</c>, <c>/exchange/outbox/{id}</c> and <c>/exchange/outbox/{id}/file</c>.</summary>
internal static class ShowOutbox
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<OutboxLine>>("/exchange/outbox", ListAsync)
            .Named("listOutbox", "Documents that other States are owed or were given, the newest first, all or those in one state")
            .Requires(AccessPolicy.ReadExchange);
        routes.MapRead<OutboxLine>("/exchange/outbox/{id:guid}", GetAsync)
            .Named("getOutboxDocument", "Where a document for another State stands, with the partner's receipt")
            .Requires(AccessPolicy.ReadExchange);
        routes.MapRead<string>("/exchange/outbox/{id:guid}/file", FileAsync)
            .Produces<string>(StatusCodes.Status200OK, JoseBody.MediaType)
            .Named("getOutboxFile", "A document for another State as a signed file, to be carried by hand")
            .Requires(AccessPolicy.ExchangeTraces)
            .Refuses(["query-reason-required", HandOverErrors.RefusedName, .. DeliveryRule.Names])
            .MayBeUnavailable(ExchangeKeyErrors.Missing.Name);
    }

    private static async Task<IResult> ListAsync(PageRequest page, string? state, Outbox outbox, HttpContext http, CancellationToken token)
    {
        OutboxState? wanted = null;
        if (state is not null)
        {
            if (!Codes.TryParse<OutboxState>(state, out var known))
            {
                return ProblemDocuments.From(RequestErrors.Query("state", state.Length > 100 ? null : state,
                    $"Must be one of {string.Join(", ", Codes.All<OutboxState>())}."), http);
            }

            wanted = known;
        }

        Guid? before = null;
        if (page.After is { } position)
        {
            if (!Guid.TryParse(position, out var given))
                return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
            before = given;
        }

        var lines = await outbox.ListAsync(wanted, before, page.Limit + 1, token);
        return Resources.Of(Page<OutboxLine>.Of(lines, page.Limit, line => line.Id.ToString()));
    }

    private static async Task<IResult> GetAsync(Guid id, Outbox outbox, HttpContext http, CancellationToken token) =>
        await outbox.FindAsync(id, token) is { } line
            ? Resources.Of(http, line, 1)
            : ProblemDocuments.From(Refusal.NotFound(HandOverErrors.What, id), http);

    private static async Task<IResult> FileAsync(
        Guid id, GivenQueryReason reason, Outbox outbox, OutboxContents contents, DeliveryRule rule, ExchangeKeyRing keys, IQuerySession session,
        NpgsqlDataSource database, TimeProvider time, HttpContext http, CancellationToken token)
    {
        if (await outbox.FindAsync(id, token) is not { } line || await session.LoadAsync<Partner>(line.PartnerId, token) is not { } partner)
            return ProblemDocuments.From(Refusal.NotFound(HandOverErrors.What, id), http);
        if (HandOverDocument.RefuseLeaving(line, await rule.RefuseAsync(line, time.GetUtcNow(), token)) is { } forbidden)
            return ProblemDocuments.From(forbidden, http);
        var content = await contents.OfAsync(line, token);
        if ((await keys.SignAsync(SignedTypes.Document, content, line.Id, partner.Country, token)).Refused(out var refusal, out var signed))
            return ProblemDocuments.From(refusal, http);
        var entry = new AccessLogEntry(Actor.From(http.User), reason.Reason, "read_outbox_file",
            new Dictionary<string, object?> { ["document"] = id, ["partner"] = partner.Country }, [line.TraceRequestId], time.GetUtcNow());
        await entry.WriteAsync(database, token);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.ASCII.GetBytes(signed), JoseBody.MediaType, $"{id}.jose");
    }
}

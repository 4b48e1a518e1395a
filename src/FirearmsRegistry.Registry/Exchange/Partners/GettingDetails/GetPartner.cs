using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;

/// <summary><c>GET /partners/{id}</c> and <c>GET /partners</c>.</summary>
internal static class GetPartner
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Partner>("/partners/{id:guid}", HandleAsync)
            .Named("getPartner", "A national point of contact as it stands, or as it was known at a moment")
            .Requires(AccessPolicy.ReadPartners);
        routes.MapRead<Page<Partner>>("/partners", ListAsync)
            .Named("listPartners", "National points of contact in the order of their recording")
            .Requires(AccessPolicy.ReadPartners);
    }

    private static async Task<IResult> HandleAsync(Guid id, AsKnownAt asKnownAt, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var partner = asKnownAt.Moment is { } moment
            ? await session.Events.AggregateStreamAsync<Partner>(id, timestamp: moment, token: token)
            : await session.LoadAsync<Partner>(id, token);
        return partner is null
            ? ProblemDocuments.From(Refusal.NotFound(PartnerErrors.Record, id), http)
            : Resources.Of(http, partner, partner.Version);
    }

    private static async Task<IResult> ListAsync(PageRequest page, IQuerySession session, HttpContext http, CancellationToken token)
    {
        Guid? after = null;
        if (page.After is { } position)
        {
            if (!Guid.TryParse(position, out var given))
                return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
            after = given;
        }

        var partners = await session.Query<Partner>().Where(partner => after == null || partner.Id > after)
            .OrderBy(partner => partner.Id).Take(page.Limit + 1).ToListAsync(token);
        return Resources.Of(Page<Partner>.Of(partners, page.Limit, partner => partner.Id.ToString()));
    }
}

/// <summary>Answers writes with the partner as it stands.</summary>
internal sealed class PartnerAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<Partner>
{
    public async Task<Partner?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<Partner>(partner => partner.Id == id) ?? await session.LoadAsync<Partner>(id, token);
}

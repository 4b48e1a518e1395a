using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Vintages.Freezing;
using FirearmsRegistry.Registry.Vintages.Publishing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Showing;

/// <summary>The reads of vintages as they stand: the list, one, its checks, and the bytes that are signed.</summary>
internal static class ShowVintages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<ListedVintage>>("/vintages", ListAsync)
            .Named("listVintages", "All vintages, the newest draft first")
            .Requires(AccessPolicy.ReadVintages);
        routes.MapRead<VintageDetails>("/vintages/{id:guid}", GetAsync)
            .Named("getVintage", "A vintage and what it says")
            .Requires(AccessPolicy.ReadVintages);
        routes.MapRead<IReadOnlyList<YearFinding>>("/vintages/{id:guid}/checks", ChecksAsync)
            .Named("checkVintage", "What the checks of its years find now: each needs a reason when it is published")
            .Requires(AccessPolicy.ReadVintages);
        routes.MapRead<string>("/vintages/{id:guid}/content", ContentAsync)
            .Named("getVintageContent", "The bytes over which the digest and the signature are, with every item and its version")
            .Requires(AccessPolicy.ReadVintages);
    }

    private static async Task<IResult> ListAsync(PageRequest page, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var before = Guid.AllBitsSet;
        if (page.After is { } position && !Guid.TryParseExact(position, "D", out before))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        // A State makes a handful of them a year. Their ids tell their order.
        var vintages = await session.Query<Vintage>().ToListAsync(token);
        var lines = vintages.Where(vintage => vintage.Id.CompareTo(before) < 0).OrderByDescending(vintage => vintage.Id).Take(page.Limit + 1)
            .Select(ListedVintage.Of).ToList();
        return Resources.Of(Page<ListedVintage>.Of(lines, page.Limit, line => line.Id.ToString("D", CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> GetAsync(Guid id, VintageAnswer answer, HttpContext http, CancellationToken token) =>
        await answer.ReadAsync(id, "", token) is { } vintage
            ? Resources.Of(http, vintage, vintage.Version)
            : ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);

    private static async Task<IResult> ChecksAsync(
        Guid id, IQuerySession session, VintageChecks checks, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<Vintage>(id, token) is { } vintage
            ? Resources.Of(await checks.FindAsync(vintage, token))
            : ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);

    private static async Task<IResult> ContentAsync(
        Guid id, IQuerySession session, VintageContents contents, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<Vintage>(id, token) is { } vintage
            ? Results.Bytes((await contents.ReadAsync(vintage, token)).CanonicalBytes, "application/json")
            : ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);
}

/// <summary>A vintage in the list.</summary>
/// <param name="Id">The vintage's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Label">Its label.</param>
/// <param name="Years">The years.</param>
/// <param name="State">Where it stands.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="DraftedAt">When it was drafted.</param>
/// <param name="PublishedAt">When it was published; null where it was not.</param>
/// <param name="SupersededBy">The later vintage that took its place.</param>
public sealed record ListedVintage(
    Guid Id, long Version, VintageLabel Label, IReadOnlyList<int> Years, VintageState State, DateTimeOffset KnownAt, DateTimeOffset DraftedAt,
    DateTimeOffset? PublishedAt, Guid? SupersededBy)
{
    internal static ListedVintage Of(Vintage vintage) => new(vintage.Id, vintage.Version, vintage.Label, vintage.Years, vintage.State,
        vintage.KnownAt, vintage.DraftedAt, vintage.PublishedAt, vintage.SupersededBy);
}

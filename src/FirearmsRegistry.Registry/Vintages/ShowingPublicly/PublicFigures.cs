using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FirearmsRegistry.Registry.Vintages.ShowingPublicly;

/// <summary>The published vintages, the newest first.</summary>
/// <param name="Vintages">The vintages; drafts and withdrawn ones are not among them.</param>
public sealed record PublicVintages(IReadOnlyList<PublicVintage> Vintages);

/// <summary>
/// <c>GET /public/figures</c> and <c>GET /public/figures/{label}</c>, for everybody and for caches between: published vintages and nothing else.
/// </summary>
internal static class PublicFigures
{
    public const string Path = "/public/figures";

    /// <summary>Where these addresses begin.</summary>
    public const string Root = "/api/v1/public";

    /// <summary>How long a cache may answer by itself: a revision is seen everywhere after that time.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<PublicVintages>(Path, ListAsync)
            .Named("listPublicFigures", "The published vintages of SDG indicator 16.4.2, for everybody")
            .ForEverybody();
        routes.MapRead<PublicVintage>(Path + "/{label}", GetAsync)
            .Named("getPublicFigures", "All figures of a published vintage, for everybody; also of one that was superseded")
            .ForEverybody();
    }

    /// <summary>An address that anybody may ask, again and again for nothing, and not too often.</summary>
    public static RouteHandlerBuilder ForEverybody(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblems(StatusCodes.Status429TooManyRequests)
        .AllowAnonymous();

    private static async Task<IResult> ListAsync(
        IQuerySession session, PublicFigureCache cache, RegistryCountry country, HttpContext http, CancellationToken token)
    {
        var published = await PublishedAsync(session, token);
        if (IsKnown(http, published))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var shown = new List<PublicVintage>();
        foreach (var vintage in published)
        {
            var figures = await cache.OfAsync(vintage, token);
            shown.Add(Show(vintage, published, country, [.. figures.Public.Where(figure => figure.IsOfPublishedSeries)]));
        }

        return Resources.Of(new PublicVintages(shown));
    }

    private static async Task<IResult> GetAsync(
        string label, IQuerySession session, PublicFigureCache cache, RegistryCountry country, HttpContext http, CancellationToken token)
    {
        var published = await PublishedAsync(session, token);
        if (published.FirstOrDefault(one => one.Label.ToString() == label) is not { } vintage)
            return ProblemDocuments.From(NotPublished(label), http);
        // Where its figures stand depends on the others.
        return IsKnown(http, [vintage, .. published])
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Resources.Of(Show(vintage, published, country, (await cache.OfAsync(vintage, token)).Public));
    }

    /// <summary>What may be shown, the newest first.</summary>
    public static async Task<IReadOnlyList<Vintage>> PublishedAsync(IQuerySession session, CancellationToken token) =>
        [.. (await session.Query<Vintage>().ToListAsync(token)).Where(vintage => vintage.IsPublic).OrderByDescending(vintage => vintage.PublishedAt)];

    /// <summary>Names the answer for caches, and tells whether the caller has it. Every change of a vintage is a new version of it.</summary>
    public static bool IsKnown(HttpContext http, IReadOnlyList<Vintage> shown)
    {
        var named = string.Join('|', shown.Select(vintage => string.Create(CultureInfo.InvariantCulture, $"{vintage.Id:N}.{vintage.Version}")));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(named)))[..32]}\"");
        var headers = http.Response.GetTypedHeaders();
        (headers.ETag, headers.CacheControl) = (tag, new CacheControlHeaderValue { Public = true, MaxAge = Fresh });
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
    }

    public static Refusal NotPublished(string label) => Refusal.NotFound("published vintage", label.Length > 100 ? label[..100] : label);

    private static PublicVintage Show(
        Vintage vintage, IReadOnlyList<Vintage> published, RegistryCountry country, IReadOnlyList<PublicFigure> figures) =>
        new(vintage.Label, country.Code, vintage.Years, vintage.State, vintage.KnownAt, vintage.PublishedAt!.Value,
            published.FirstOrDefault(later => later.Id == vintage.SupersededBy)?.Label, vintage.Digest!, vintage.Signature!, vintage.SigningKey!,
            YearsInForce.Mark(vintage, published, figures));
}

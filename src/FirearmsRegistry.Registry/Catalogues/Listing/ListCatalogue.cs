using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.Listing;

/// <summary><c>GET /catalogues/{kind}</c>, in the order of codes.</summary>
internal static class ListCatalogue
{
    private const int LongestText = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<CatalogueEntry>>("/catalogues/{kind}", HandleAsync)
        .Named("listCatalogueEntries", "The entries of a catalogue, by code; those that have a text in one of their names, those of a maker")
        .Requires(AccessPolicy.ReadCatalogues);

    private static async Task<IResult> HandleAsync(
        GivenCatalogue catalogue, PageRequest page, CatalogueStock stock, HttpContext http, CancellationToken token,
        string? text = null, string? maker = null)
    {
        if (text is { Length: > LongestText })
            return ProblemDocuments.From(RequestErrors.Query("text", text[..100], $"May have {LongestText} characters at the most."), http);
        var key = text is null ? "" : CatalogueKeys.Of(catalogue.Kind, text);
        if (text is not null && key.Length == 0)
            return ProblemDocuments.From(RequestErrors.Query("text", text, "Must have a letter or a digit."), http);
        var entries = (await stock.CurrentAsync(token)).Snapshot.Of(catalogue.Kind).Values
            .Where(entry => page.After is null || string.CompareOrdinal(entry.Code.ToString(), page.After) > 0)
            .Where(entry => maker is null || entry.Model?.Maker.ToString() == maker)
            .Where(entry => entry.SearchedNames.Any(name => Has(catalogue.Kind, name.ToString(), key)))
            .OrderBy(entry => entry.Code).Take(page.Limit + 1).ToList();
        return Resources.Of(Page<CatalogueEntry>.Of(entries, page.Limit, entry => entry.Code.ToString()));
    }

    private static bool Has(CatalogueKind kind, string name, string key) =>
        CatalogueKeys.Of(kind, name).Contains(key, StringComparison.Ordinal);
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.GettingDetails;

/// <summary><c>GET /catalogues/{kind}/{code}</c>.</summary>
internal static class GetCatalogueEntry
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<CatalogueEntryDetails>("/catalogues/{kind}/{code}", HandleAsync)
        .Named("getCatalogueEntry", "An entry of a catalogue as it stands, with the seed that it was made of")
        .Requires(AccessPolicy.ReadCatalogues);

    private static async Task<IResult> HandleAsync(GivenEntry entry, CatalogueEntryAnswer entries, HttpContext http, CancellationToken token) =>
        await entries.FindAsync(entry, token) is { } found
            ? Resources.Of(http, found, found.Version)
            : ProblemDocuments.From(Refusal.NotFound(CatalogueErrors.Words, entry.Code), http);
}

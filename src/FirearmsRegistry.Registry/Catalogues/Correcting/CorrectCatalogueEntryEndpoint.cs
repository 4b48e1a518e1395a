using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Catalogues.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.Correcting;

/// <summary><c>POST /catalogues/{kind}/{code}/corrections</c>.</summary>
internal static class CorrectCatalogueEntryEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Entry">The whole entry as it should stand; its code stays.</param>
    /// <param name="Reason">Why, with the source.</param>
    public sealed record CorrectCatalogueEntryRequest(CatalogueEntry Entry, Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<CatalogueEntryAnswer, CatalogueEntryDetails>("/catalogues/{kind}/{code}/corrections", HandleAsync)
        .Named("correctCatalogueEntry", "Correct an entry, a seed or one of this register; the original stays, and no later seed overwrites it")
        .Requires(AccessPolicy.RecordCatalogues)
        .Example(CatalogueExamples.Correct)
        .Refuses(CatalogueErrors.Unchanged, CatalogueErrors.Withdrawn);

    private static async Task<Result<Written>> HandleAsync(
        Body<CorrectCatalogueEntryRequest> body, GivenEntry entry, WriteCall call, CorrectCatalogueEntryHandler handler, CancellationToken token) =>
        EntryShape.Broken(body.Value.Entry)
        ?? await handler.HandleAsync(
            new CorrectCatalogueEntry(entry.Kind, entry.Code, body.Value.Entry, body.Value.Reason), call.Context, token);
}

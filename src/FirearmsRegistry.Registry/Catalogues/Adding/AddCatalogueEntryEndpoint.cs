using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Catalogues.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.Adding;

/// <summary><c>POST /catalogues/{kind}</c>.</summary>
internal static class AddCatalogueEntryEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Entry">The entry, with the facts of its catalogue and no others.</param>
    /// <param name="Source">Where it comes from: a reference table, a maker's letter, an arm that was looked at.</param>
    public sealed record AddCatalogueEntryRequest(CatalogueEntry Entry, Note Source);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<CatalogueEntryAnswer, CatalogueEntryDetails>("/catalogues/{kind}", HandleAsync)
        .Named("addCatalogueEntry", "Add an entry to a catalogue, or take in again one that was withdrawn")
        .Requires(AccessPolicy.RecordCatalogues)
        .Example(CatalogueExamples.Add)
        .Refuses(CatalogueErrors.Taken);

    private static async Task<Result<Written>> HandleAsync(
        Body<AddCatalogueEntryRequest> body, GivenCatalogue catalogue, WriteCall call, AddCatalogueEntryHandler handler, CancellationToken token) =>
        EntryShape.Broken(body.Value.Entry)
        ?? await handler.HandleAsync(new AddCatalogueEntry(catalogue.Kind, body.Value.Entry, body.Value.Source), call.Context, token);
}

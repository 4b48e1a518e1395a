using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.Importing;

/// <summary><c>POST /catalogues/{kind}/imports</c>, its preview, and <c>GET /catalogue-imports/{id}</c>.</summary>
internal static class ImportCatalogueEndpoints
{
    private const string Table =
        "A table in UTF-8 with a line of column names; several values of a cell stand between |. 8 MiB and 20,000 lines at the most.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCreation<CatalogueImportAnswer, CatalogueImport>("/catalogues/{kind}/imports", ImportAsync)
            .Named("importCatalogue", "Take over a table of entries, whole or not at all; entries that are here are corrected, none is withdrawn")
            .Requires(AccessPolicy.RecordCatalogues)
            .TakesFile(TableBody.MediaTypes, Table)
            .Query(GivenSource.Query, true, "Where the table comes from, in one line.")
            .Refuses(TableErrors.NotATableName, TableErrors.TooLargeName);
        routes.MapMaking<ImportPlan>("/catalogues/{kind}/import-previews", PreviewAsync, "application/json")
            .Named("previewCatalogueImport", "What taking over a table would change; nothing is written")
            .Requires(AccessPolicy.RecordCatalogues)
            .TakesFile(TableBody.MediaTypes, Table)
            .Refuses(TableErrors.NotATableName, TableErrors.TooLargeName);
        routes.MapRead<CatalogueImport>("/catalogue-imports/{id:guid}", ReadAsync)
            .Named("getCatalogueImport", "A table that was taken over, and what it changed")
            .Requires(AccessPolicy.ReadCatalogues);
    }

    private static Task<Result<Written>> ImportAsync(
        TableBody body, GivenCatalogue catalogue, GivenSource source, WriteCall call, ImportCatalogueHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ImportCatalogue(Guid.CreateVersion7(), catalogue.Kind, body.Bytes, source.Value), call.Context, token);

    private static async Task<IResult> PreviewAsync(
        TableBody body, GivenCatalogue catalogue, ImportCatalogueHandler handler, HttpContext http, CancellationToken token) =>
        (await handler.PreviewAsync(catalogue.Kind, body.Bytes, token)).Refused(out var refusal, out var plan)
            ? ProblemDocuments.From(refusal, http)
            : Resources.Of(plan);

    private static async Task<IResult> ReadAsync(Guid id, CatalogueImportAnswer imports, HttpContext http, CancellationToken token) =>
        await imports.ReadAsync(id, "", token) is { } import
            ? Resources.Of(http, import, 1)
            : ProblemDocuments.From(Refusal.NotFound("catalogue import", id), http);
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.ImportingFiles;

/// <summary><c>POST /count-files</c>, its preview, <c>GET /count-files</c> and <c>GET /count-files/{id}</c>.</summary>
internal static class CountFileEndpoints
{
    private const string File = "Separated text in UTF-8: a tracing table a row (iso3,m49,year,intake,t1 … t3), or UNODC's published file in its own layout. 8 MiB at the most.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCreation<CountFileAnswer, CountFileDetails>("/count-files", ImportAsync)
            .Named("importCountFile", "Take over a file of compiled counts, whole or not at all")
            .Requires(AccessPolicy.ImportCounts)
            .TakesFile(TableBody.MediaTypes, File)
            .Query(GivenSource.Query, true, "Where the file comes from, in one line.")
            .Refuses(TableErrors.NotATableName, TableErrors.TooLargeName, ImportedCountErrors.ImportedAlready);
        routes.MapMaking<CountFilePreview>("/count-file-previews", Preview, "application/json")
            .Named("previewCountFile", "What taking over a file of counts would bring; nothing is written")
            .Requires(AccessPolicy.ImportCounts)
            .TakesFile(TableBody.MediaTypes, File)
            .Refuses(TableErrors.NotATableName, TableErrors.TooLargeName);
        routes.MapRead<IReadOnlyList<CountFileDetails>>("/count-files", ListAsync)
            .Named("listCountFiles", "The newest hundred files of compiled counts").Requires(AccessPolicy.ReadFigures);
        routes.MapRead<CountFileDetails>("/count-files/{id:guid}", ReadAsync)
            .Named("getCountFile", "A file of compiled counts that was taken over, with what was said of its contested rows and the years that rest on it").Requires(AccessPolicy.ReadFigures);
    }

    private static Task<Result<Written>> ImportAsync(
        TableBody body, GivenSource source, WriteCall call, ImportCountFileHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ImportCountFile(body.Bytes, source.Value), call.Context, token);

    private static IResult Preview(TableBody body, HttpContext http) =>
        CountFilePlan.Read(body.Bytes).Refused(out var refusal, out var plan) ? ProblemDocuments.From(refusal, http) : Resources.Of(plan.Preview);

    private static async Task<IResult> ListAsync(CountFileAnswer files, CancellationToken token) => Resources.Of(await files.ListAsync(token));

    private static async Task<IResult> ReadAsync(Guid id, CountFileAnswer files, HttpContext http, CancellationToken token) =>
        await files.ReadAsync(id, "", token) is { } file ? Resources.Of(http, file, file.Version) : ProblemDocuments.From(Refusal.NotFound("count file", id), http);
}

using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>The writes below <c>/imported-counts</c>.</summary>
internal static class ImportedCountEndpoints
{
    /// <summary>A count from elsewhere.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Indicator">The published indicator, such as <c>persons_arrested_or_suspected</c>.</param>
    /// <param name="Dimension">By what it is told apart, such as <c>sex</c>.</param>
    /// <param name="Category">Its category within the dimension.</param>
    /// <param name="Sex">The sex of the persons counted.</param>
    /// <param name="Value">The count: zero is known, <c>none</c> does not apply, <c>unknown</c> was not reported.</param>
    /// <param name="Source">Where it comes from.</param>
    public sealed record ImportCountRequest(
        int Year, CountCode Indicator, CountCode Dimension, CountCode Category, CountedSex Sex, Known<long> Value, ShortText Source);

    /// <summary>The count as it should stand.</summary>
    /// <param name="Value">The count: zero is known, <c>none</c> does not apply, <c>unknown</c> was not reported.</param>
    /// <param name="Source">Where it comes from.</param>
    /// <param name="Reason">Why it changes.</param>
    public sealed record CorrectImportedCountRequest(Known<long> Value, ShortText Source, Note Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCreation<ImportedCountAnswer, ImportedCount>("/imported-counts", ImportAsync)
            .Named("importCount", "Take over a count that no case record here stands behind")
            .Requires(AccessPolicy.ImportCounts)
            .Example(new ImportCountRequest(2020, Code("persons_arrested_or_suspected"), Code("sex"), Code("total"), CountedSex.Female,
                Known.Of(17L), ShortText.Parse("Ministry of the Interior, annual return 2020").GetOrThrow()))
            .Refuses(ImportedCountErrors.ImportedAlready);
        routes.MapChange<ImportedCountAnswer, ImportedCount>("/imported-counts/{id:guid}/corrections", CorrectAsync)
            .Named("correctImportedCount", "Correct an imported count; the old value stays in its history")
            .Requires(AccessPolicy.ImportCounts)
            .Example(new CorrectImportedCountRequest(Known.Of(18L), ShortText.Parse("Ministry of the Interior, revised return 2020").GetOrThrow(),
                Note.Parse("One return came late.").GetOrThrow()))
            .Refuses(ImportedCountErrors.Unchanged);
    }

    private static CountCode Code(string text) => CountCode.Parse(text).GetOrThrow();

    private static Task<Result<Written>> ImportAsync(
        Body<ImportCountRequest> body, WriteCall call, ImportCountHandler handler, CancellationToken token)
    {
        var request = body.Value;
        var subject = new CountSubject(request.Year, request.Indicator, request.Dimension, request.Category, request.Sex);
        return handler.HandleAsync(new ImportCount(subject, request.Value, request.Source), call.Context, token);
    }

    private static Task<Result<Written>> CorrectAsync(
        Guid id, Body<CorrectImportedCountRequest> body, WriteCall call, CorrectImportedCountHandler handler, CancellationToken token) =>
        handler.HandleAsync(new CorrectImportedCount(id, body.Value.Value, body.Value.Source, body.Value.Reason), call.Context, token);
}

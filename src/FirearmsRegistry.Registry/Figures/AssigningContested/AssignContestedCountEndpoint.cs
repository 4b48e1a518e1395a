using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.AssigningContested;

/// <summary><c>POST /count-files/{id}/assignments</c>.</summary>
internal static class AssignContestedCountEndpoint
{
    /// <summary>What a contested row is the count of.</summary>
    /// <param name="Line">The row's line in the file.</param>
    /// <param name="Reason">How that is known.</param>
    /// <param name="Dimension">By what it is told apart; as its label says unless given.</param>
    /// <param name="Category">The category; as its label says unless given.</param>
    public sealed record AssignContestedCountRequest(long Line, Note Reason, CountCode? Dimension = null, CountCode? Category = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<CountFileAnswer, CountFileDetails>("/count-files/{id:guid}/assignments", HandleAsync)
        .Named("assignContestedCount", "Say of what one of several contradicting rows of a file is the count: it is in the totals from then on")
        .Requires(AccessPolicy.ImportCounts)
        .Example(new AssignContestedCountRequest(1204, Note.Parse("UNODC confirmed by letter of 2024-09-12 that 20 is the count; the other row is of an unlabelled category.").GetOrThrow()))
        .Refuses(ImportedCountErrors.NotContestedName, ImportedCountErrors.PlaceTakenName);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<AssignContestedCountRequest> body, WriteCall call, AssignContestedCountHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(new AssignContestedCount(id, request.Line, request.Dimension, request.Category, request.Reason), call.Context, token);
    }
}

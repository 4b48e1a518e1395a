using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Finding;

/// <summary><c>POST /firearms/{id}/marks/{markId}/findings</c>.</summary>
internal static class FindMarkTamperedEndpoint
{
    /// <summary>The body.</summary>
    public sealed record FindMarkTamperedRequest(MarkTampering Condition, PartialDate FoundOn, Note Explanation);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/marks/{markId:guid}/findings", HandleAsync)
        .Named("findMarkTampered", "Record a mark found altered, erased, removed or falsified")
        .Requires(AccessPolicy.RecordFindings)
        .Example(new FindMarkTamperedRequest(MarkTampering.Erased, FirearmExamples.Day, FirearmExamples.Reason("Ground away on the left side.")))
        .Refuses(StandingMark.Voided, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Guid markId, Body<FindMarkTamperedRequest> body, WriteCall call, FindMarkTamperedHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new FindMarkTampered(id, markId, request.Condition, request.FoundOn, request.Explanation),
            call.Context, token);
    }
}

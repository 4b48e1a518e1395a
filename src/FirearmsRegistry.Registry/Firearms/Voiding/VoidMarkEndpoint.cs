using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Voiding;

/// <summary><c>POST /firearms/{id}/marks/{markId}/voids</c>.</summary>
internal static class VoidMarkEndpoint
{
    /// <summary>The body.</summary>
    public sealed record VoidMarkRequest(Note Reason, PartialDate VoidedOn);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/marks/{markId:guid}/voids", HandleAsync)
        .Named("voidMark", "Record that a mark no longer counts")
        .Requires(AccessPolicy.RecordMarks)
        .Example(new VoidMarkRequest(FirearmExamples.Reason("The slide was replaced."), FirearmExamples.Day))
        .Refuses(StandingMark.Voided, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Guid markId, Body<VoidMarkRequest> body, WriteCall call, VoidMarkHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new VoidMark(id, markId, request.Reason, request.VoidedOn),
            call.Context, token);
    }
}

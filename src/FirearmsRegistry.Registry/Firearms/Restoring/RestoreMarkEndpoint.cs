using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Restoring;

/// <summary><c>POST /firearms/{id}/marks/{markId}/restorations</c>.</summary>
internal static class RestoreMarkEndpoint
{
    /// <summary>The body.</summary>
    public sealed record RestoreMarkRequest(
        MarkText RestoredText, RestorationMethod Method, bool Destructive, ShortText Report, PartialDate RestoredOn);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/marks/{markId:guid}/restorations", HandleAsync)
        .Named("restoreMark", "Record what a laboratory read of a mark that had been tampered with")
        .Requires(AccessPolicy.RecordFindings)
        .Example(new RestoreMarkRequest(
            FirearmExamples.Mark.Text, RestorationMethod.MagneticParticle, false, FirearmExamples.Reference("LAB 2020/114"), FirearmExamples.Day))
        .Refuses(RestoreMark.NotTampered, StandingMark.Voided, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Guid markId, Body<RestoreMarkRequest> body, WriteCall call, RestoreMarkHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new RestoreMark(id, markId, request.RestoredText, request.Method, request.Destructive, request.Report, request.RestoredOn),
            call.Context, token);
    }
}

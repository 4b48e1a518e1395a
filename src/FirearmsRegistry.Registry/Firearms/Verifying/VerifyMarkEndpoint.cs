using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Verifying;

/// <summary><c>POST /firearms/{id}/marks/{markId}/verifications</c>.</summary>
internal static class VerifyMarkEndpoint
{
    /// <summary>The body.</summary>
    public sealed record VerifyMarkRequest(MarkText ReadText, PartialDate VerifiedOn, ShortText? Grade = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/marks/{markId:guid}/verifications", HandleAsync)
        .Named("verifyMark", "Record that a mark was read back as it should read")
        .Requires(AccessPolicy.RecordMarks)
        .Example(new VerifyMarkRequest(FirearmExamples.Mark.Text, FirearmExamples.Day))
        .Refuses(VerifyMark.Misread, StandingMark.Tampered, StandingMark.Voided, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Guid markId, Body<VerifyMarkRequest> body, WriteCall call, VerifyMarkHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new VerifyMark(id, markId, request.ReadText, request.VerifiedOn, request.Grade),
            call.Context, token);
    }
}

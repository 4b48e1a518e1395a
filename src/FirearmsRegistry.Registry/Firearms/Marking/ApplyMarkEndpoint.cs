using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Marking;

/// <summary><c>POST /firearms/{id}/marks</c>.</summary>
internal static class ApplyMarkEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Mark">The mark.</param>
    /// <param name="ConfirmedDistinct">Why the firearm is another one than those that the serial makes it look like.</param>
    public sealed record ApplyMarkRequest(MarkRequest Mark, Note? ConfirmedDistinct = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/marks", HandleAsync)
        .Named("applyMark", "Record a mark: applied under the mark policy, or found on the firearm")
        .Requires(AccessPolicy.RecordMarks)
        .Example(new ApplyMarkRequest(FirearmExamples.Mark))
        .Refuses(
        [
            FirearmErrors.BreaksPolicy, FirearmErrors.LookAlike, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed, FirearmErrors.Quarantined, FirearmErrors.IdTaken,
            .. NationalNumberMark.Refusals,
        ]);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ApplyMarkRequest> body, WriteCall call, ApplyMarkHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new ApplyMark(id, body.Value.Mark.ToNewMark(call.Context.Now), body.Value.ConfirmedDistinct), call.Context, token);
}

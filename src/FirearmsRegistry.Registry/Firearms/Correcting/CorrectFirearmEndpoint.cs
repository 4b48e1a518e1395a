using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Correcting;

/// <summary><c>POST /firearms/{id}/corrections</c>.</summary>
internal static class CorrectFirearmEndpoint
{
    /// <summary>The body: the reason and exactly one of the others, complete as it should have been.</summary>
    public sealed record CorrectFirearmRequest(
        Note Reason,
        FirearmDescription? Description = null,
        RegistrationEntry? Registration = null,
        TransferCorrection? Transfer = null,
        Note? ConfirmedDistinct = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/corrections", HandleAsync)
        .Named("correctFirearm", "Put right an entry that was wrong; what stood stays on record")
        .Requires(AccessPolicy.RecordFirearms)
        .Example(new CorrectFirearmRequest(FirearmExamples.Reason("The model was misread."), FirearmExamples.Register.Description))
        .Refuses(CorrectionRules.OneEntry, CorrectionRules.Unchanged, CorrectionRules.BuiltUpon, FirearmErrors.LookAlike, "not-antique",
            FirearmErrors.UnknownParty, FirearmErrors.ImpossibleDate);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<CorrectFirearmRequest> body, WriteCall call, CorrectFirearmHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new CorrectFirearm(
                id, request.Reason, request.Description, request.Registration, request.Transfer, request.ConfirmedDistinct),
            call.Context, token);
    }
}

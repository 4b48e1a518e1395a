using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Registering;

/// <summary><c>POST /firearms</c>.</summary>
internal static class RegisterFirearmEndpoint
{
    /// <summary>The body.</summary>
    public sealed record RegisterFirearmRequest(
        FirearmOrigin Origin,
        FirearmDescription Description,
        Known<Guid> Holder,
        PartialDate OccurredOn,
        Guid? Id = null,
        MarkRequest? Mark = null,
        Note? ConfirmedDistinct = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<FirearmAnswer, FirearmDetails>("/firearms", HandleAsync)
        .Named("registerFirearm", "Register a firearm, with its mark where it has one")
        .Requires(AccessPolicy.RecordFirearms)
        .Example(FirearmExamples.Register)
        .Refuses(
        [
            FirearmErrors.LookAlike, "not-antique", FirearmErrors.BreaksPolicy, FirearmErrors.ImpossibleDate,
            FirearmErrors.UnknownParty, FirearmErrors.IdTaken,
            .. NationalNumberMark.Refusals,
        ]);

    private static Task<Result<Written>> HandleAsync(
        Body<RegisterFirearmRequest> body, WriteCall call, RegisterFirearmHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new RegisterFirearm(request.Id ?? Guid.CreateVersion7(call.Context.Now), request.Origin, request.Description, request.Holder,
                request.OccurredOn, request.Mark?.ToNewMark(call.Context.Now), request.ConfirmedDistinct),
            call.Context,
            token);
    }
}

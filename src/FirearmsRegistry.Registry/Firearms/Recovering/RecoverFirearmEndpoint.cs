using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Recovering;

/// <summary><c>POST /firearms/{id}/recoveries</c>.</summary>
internal static class RecoverFirearmEndpoint
{
    /// <summary>The body.</summary>
    public sealed record RecoverFirearmRequest(PartialDate RecoveredOn, Note Circumstances);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/recoveries", HandleAsync)
        .Named("recoverFirearm", "Record that a firearm that was reported missing came back")
        .Requires(AccessPolicy.RecordFirearms)
        .Example(new RecoverFirearmRequest(FirearmExamples.Day, FirearmExamples.Reason("Found in a parked car.")))
        .Refuses(RecoverFirearm.NotReported, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<RecoverFirearmRequest> body, WriteCall call, RecoverFirearmHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new RecoverFirearm(id, request.RecoveredOn, request.Circumstances),
            call.Context, token);
    }
}

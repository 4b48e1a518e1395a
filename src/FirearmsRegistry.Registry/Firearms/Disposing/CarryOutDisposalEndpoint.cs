using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Disposing;

/// <summary><c>POST /firearms/{id}/disposals/{disposalId}/completions</c>.</summary>
internal static class CarryOutDisposalEndpoint
{
    /// <summary>The body.</summary>
    public sealed record CarryOutDisposalRequest(
        ShortText Technique, ShortText Witness, PartialDate CarriedOutOn, Known<Guid>? Holder = null, ShortText? Certificate = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/disposals/{disposalId:guid}/completions", HandleAsync)
        .Named("carryOutDisposal", "Record that an authorised disposal was carried out")
        .Requires(AccessPolicy.RecordFirearms)
        .Example(new CarryOutDisposalRequest(
            FirearmExamples.Reference("melting"), FirearmExamples.Reference("Central arms depot"), FirearmExamples.Day))
        .Refuses(DisposalRules.NotOpen, DisposalRules.WrongHolder, FirearmErrors.MarksMissing,
            FirearmErrors.Missing, FirearmErrors.Quarantined, FirearmErrors.UnknownParty, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Guid disposalId, Body<CarryOutDisposalRequest> body, WriteCall call, CarryOutDisposalHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new CarryOutDisposal(id, disposalId, request.Technique, request.Witness, request.CarriedOutOn, request.Holder, request.Certificate),
            call.Context, token);
    }
}

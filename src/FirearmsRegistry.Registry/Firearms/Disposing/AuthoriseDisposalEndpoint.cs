using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Disposing;

/// <summary><c>POST /firearms/{id}/disposals</c>.</summary>
internal static class AuthoriseDisposalEndpoint
{
    /// <summary>The body.</summary>
    public sealed record AuthoriseDisposalRequest(DisposalMethod Method, ShortText Authorisation, PartialDate AuthorisedOn, Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/disposals", HandleAsync)
        .Named("authoriseDisposal", "Record an authority's decision on what becomes of a firearm")
        .Requires(AccessPolicy.RecordFirearms)
        .Example(new AuthoriseDisposalRequest(DisposalMethod.Destroyed, FirearmExamples.Reference("Order 2020/12"), FirearmExamples.Day))
        .Refuses(DisposalRules.Open, FirearmErrors.Missing, FirearmErrors.Quarantined, FirearmErrors.IdTaken,
            FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<AuthoriseDisposalRequest> body, WriteCall call, AuthoriseDisposalHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new AuthoriseDisposal(id, request.Id ?? Guid.CreateVersion7(call.Context.Now), request.Method, request.Authorisation,
                request.AuthorisedOn),
            call.Context, token);
    }
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Parties.Authorising;

/// <summary><c>POST /parties/{id}/authorisations</c> and <c>…/{authorisationId}/revocations</c>.</summary>
internal static class AuthorisationEndpoints
{
    /// <summary>The body of a revocation.</summary>
    public sealed record RevokeAuthorisationRequest(DateOnly RevokedOn, Note Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<PartyAnswer, PartyStanding>("/parties/{id:guid}/authorisations", RecordAsync)
            .Named("recordAuthorisation", "Record that an authority allowed a party something for a time")
            .Requires(AccessPolicy.RecordParties)
            .Example(PartyExamples.Authorisation)
            .Refuses(PartyErrors.Erased, PartyErrors.AuthorisationTaken, PartyErrors.EndsBeforeStart);
        routes.MapChange<PartyAnswer, PartyStanding>("/parties/{id:guid}/authorisations/{authorisationId:guid}/revocations", RevokeAsync)
            .Named("revokeAuthorisation", "Take an authorisation back")
            .Requires(AccessPolicy.RecordParties)
            .Example(PartyExamples.Revocation)
            .Refuses(PartyErrors.AlreadyRevoked, PartyErrors.RevokedBeforeStart);
    }

    private static Task<Result<Written>> RecordAsync(
        Guid id, Body<AuthorisationRequest> body, WriteCall call, RecordAuthorisationHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RecordAuthorisation(id, body.Value.ToNewAuthorisation(call.Context.Now)), call.Context, token);

    private static Task<Result<Written>> RevokeAsync(
        Guid id, Guid authorisationId, Body<RevokeAuthorisationRequest> body, WriteCall call, RevokeAuthorisationHandler handler,
        CancellationToken token) =>
        handler.HandleAsync(
            new RevokeAuthorisation(id, authorisationId, body.Value.RevokedOn, body.Value.Reason), call.Context, token);
}

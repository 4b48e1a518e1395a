using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Parties.Erasing;

/// <summary><c>POST /parties/{id}/erasures</c>.</summary>
internal static class ErasePersonalDataEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ErasePersonalDataRequest(ShortText LegalBasis, Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<PartyAnswer, PartyStanding>("/parties/{id:guid}/erasures", HandleAsync)
        .Named("erasePersonalData", "Erase a party's personal data for good, where the law demands it")
        .Requires(AccessPolicy.RecordParties)
        .Example(PartyExamples.Erase)
        .Refuses(PartyErrors.Erased);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ErasePersonalDataRequest> body, WriteCall call, ErasePersonalDataHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ErasePersonalData(id, body.Value.LegalBasis, body.Value.Reason), call.Context, token);
}

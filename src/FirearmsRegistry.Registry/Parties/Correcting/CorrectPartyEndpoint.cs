using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Parties.Correcting;

/// <summary><c>POST /parties/{id}/corrections</c>.</summary>
internal static class CorrectPartyEndpoint
{
    /// <summary>The body: the whole entry as it should have been; a name part that is left out is no longer recorded apart.</summary>
    public sealed record CorrectPartyRequest(
        PartyKind Kind,
        PartyCategory Category,
        ShortText Name,
        Known<PartialDate> DateOfBirth,
        Known<ShortText> IdentityDocument,
        Known<Note> Address,
        Known<CountryCode> Country,
        Note Reason,
        ShortText? GivenNames = null,
        ShortText? FamilyName = null,
        ShortText? NameInLatin = null) : IPersonalBody;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<PartyAnswer, PartyStanding>("/parties/{id:guid}/corrections", HandleAsync)
        .Named("correctParty", "Put a party's entry right; the old one stays on record")
        .Requires(AccessPolicy.RecordParties)
        .Example(PartyExamples.Correct)
        .Refuses(PartyErrors.Erased, PartyErrors.NothingCorrected, PartyErrors.NameWithoutLetters, PartyErrors.BirthOfOrganisation,
            PartyErrors.BirthInFuture);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<CorrectPartyRequest> body, WriteCall call, CorrectPartyHandler handler, CancellationToken token)
    {
        var request = body.Value;
        var data = new PersonalData(request.Name, request.GivenNames, request.FamilyName, request.NameInLatin,
            request.DateOfBirth, request.IdentityDocument, request.Address, request.Country);
        return handler.HandleAsync(
            new CorrectParty(id, request.Kind, request.Category, data, request.Reason), call.Context, token);
    }
}

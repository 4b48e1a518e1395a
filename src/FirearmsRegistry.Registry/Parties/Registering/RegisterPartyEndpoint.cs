using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Parties.Authorising;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Parties.Registering;

/// <summary><c>POST /parties</c>.</summary>
internal static class RegisterPartyEndpoint
{
    /// <summary>The body.</summary>
    public sealed record RegisterPartyRequest(
        PartyKind Kind,
        PartyCategory Category,
        ShortText Name,
        Known<PartialDate> DateOfBirth,
        Known<ShortText> IdentityDocument,
        Known<Note> Address,
        Known<CountryCode> Country,
        Guid? Id = null,
        ShortText? GivenNames = null,
        ShortText? FamilyName = null,
        ShortText? NameInLatin = null,
        IReadOnlyList<AuthorisationRequest>? Authorisations = null) : IPersonalBody;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<PartyAnswer, PartyStanding>("/parties", HandleAsync)
        .Named("registerParty", "Register a person or an organisation")
        .Requires(AccessPolicy.RecordParties)
        .Example(PartyExamples.Register)
        .Refuses(PartyErrors.NameWithoutLetters, PartyErrors.BirthOfOrganisation, PartyErrors.BirthInFuture,
            PartyErrors.AuthorisationTaken, PartyErrors.EndsBeforeStart, "id-taken");

    private static Task<Result<Written>> HandleAsync(
        Body<RegisterPartyRequest> body, WriteCall call, RegisterPartyHandler handler, CancellationToken token)
    {
        var (request, now) = (body.Value, call.Context.Now);
        var data = new PersonalData(request.Name, request.GivenNames, request.FamilyName, request.NameInLatin,
            request.DateOfBirth, request.IdentityDocument, request.Address, request.Country);
        return handler.HandleAsync(
            new RegisterParty(request.Id ?? Guid.CreateVersion7(now), request.Kind, request.Category, data,
                [.. (request.Authorisations ?? []).Select(authorisation => authorisation.ToNewAuthorisation(now))]),
            call.Context, token);
    }
}

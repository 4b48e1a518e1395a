using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Parties.Authorising;
using FirearmsRegistry.Registry.Parties.Correcting;
using FirearmsRegistry.Registry.Parties.Erasing;
using FirearmsRegistry.Registry.Parties.Registering;
using FirearmsRegistry.Registry.Parties.SearchingByName;
using FirearmsRegistry.Registry.Parties.TellingNames;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>Example bodies for the API's description: invented people; compiled, so that they cannot rot.</summary>
internal static class PartyExamples
{
    public static AuthorisationRequest Authorisation { get; } = new(
        AuthorisationKind.Possession, Text("LIC-2020-000123"), new DateOnly(2020, 1, 1), new DateOnly(2025, 12, 31));

    public static RegisterPartyEndpoint.RegisterPartyRequest Register { get; } = new(
        PartyKind.Person, PartyCategory.Private, Text("María Ejemplo Núñez"), Known.Of(PartialDate.Parse("1980-05-17").GetOrThrow()),
        Known.Of(Text("identity card 00000000T")), Known.Of(Words("Calle Inventada 1, 28000 Madrid")),
        Known.Of(CountryCode.Parse("ESP").GetOrThrow()), GivenNames: Text("María"), FamilyName: Text("Ejemplo Núñez"),
        Authorisations: [Authorisation]);

    public static CorrectPartyEndpoint.CorrectPartyRequest Correct { get; } = new(
        Register.Kind, Register.Category, Text("María Ejemplo Muñoz"), Register.DateOfBirth, Register.IdentityDocument, Register.Address,
        Register.Country, Words("The family name was misread from the application."), Register.GivenNames, Text("Ejemplo Muñoz"));

    public static ErasePersonalDataEndpoint.ErasePersonalDataRequest Erase { get; } = new(
        Text("Regulation (EU) 2016/679 Art. 17(1)(d)"), Words("Entered without a legal ground; ordered by the supervisory authority."));

    public static AuthorisationEndpoints.RevokeAuthorisationRequest Revocation { get; } = new(
        new DateOnly(2023, 6, 1), Words("The conditions of the licence were broken."));

    public static SearchPartiesByName.PartySearchRequest Search { get; } = new(Text("nunez mar"));

    public static TellPartyNames.PartyNamesRequest Names { get; } = new([Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")]);

    private static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();

    private static Note Words(string text) => Note.Parse(text).GetOrThrow();
}

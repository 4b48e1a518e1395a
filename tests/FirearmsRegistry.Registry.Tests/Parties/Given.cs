using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.Authorising;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Tests.Parties;

/// <summary>Parties, data and events that the tests of decisions start from.</summary>
internal static class Given
{
    public static readonly Guid PartyId = new("0198c0de-0000-7000-8000-000000000001");
    public static readonly Guid LicenceId = new("0198c0de-0000-7000-8000-000000000002");
    public static readonly DateTimeOffset Now = new(2020, 6, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly PersonKey Key = PersonKey.Generate(PartyId);

    public static readonly PersonalData Data = new(
        Text("Ana Ejemplo"), Text("Ana"), null, null, Known.Of(PartialDate.Parse("1980-05").GetOrThrow()), Known.Of(Text("ID 1")),
        Known<Note>.Unknown, Known.Of(CountryCode.Parse("ESP").GetOrThrow()));

    public static readonly NewAuthorisation Licence = new(
        LicenceId, AuthorisationKind.Possession, Text("LIC-1"), new DateOnly(2020, 1, 1), new DateOnly(2024, 12, 31));

    public static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();

    public static Note Words(string text) => Note.Parse(text).GetOrThrow();

    public static PartyRegistered Registered { get; } = new(new PartyEntry(PartyKind.Person, PartyCategory.Private, Key.Seal(Data)));

    public static AuthorisationRecorded LicenceRecorded { get; } = new(
        LicenceId, AuthorisationKind.Possession, Key.SealReference(LicenceId, Licence.Reference), Licence.ValidFrom, Licence.ValidTo);

    public static Party Party(params object[] since)
    {
        var party = new Party { Id = PartyId };
        party.Apply(new Event<PartyRegistered>(Registered) { Timestamp = Now });
        foreach (var happened in since)
        {
            switch (happened)
            {
                case PartyCorrected corrected: party.Apply(corrected); break;
                case PersonalDataErased erased: party.Apply(erased); break;
                case AuthorisationRecorded recorded: party.Apply(recorded); break;
                case AuthorisationRevoked revoked: party.Apply(revoked); break;
                default: throw new ArgumentOutOfRangeException(nameof(since), happened, "No event of a party.");
            }
        }

        return party;
    }
}

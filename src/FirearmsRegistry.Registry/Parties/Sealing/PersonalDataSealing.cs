using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Parties.Sealing;

/// <summary>Turns a party's personal data into ciphertext, member by member, and back.</summary>
internal static class PersonalDataSealing
{
    private const string Name = "name";
    private const string GivenNames = "givenNames";
    private const string FamilyName = "familyName";
    private const string NameInLatin = "nameInLatin";
    private const string DateOfBirth = "dateOfBirth";
    private const string IdentityDocument = "identityDocument";
    private const string Address = "address";
    private const string Country = "country";

    public static SealedPersonalData Seal(this PersonKey key, PersonalData data) => new(
        key.Seal(Name, data.Name),
        key.SealGiven(GivenNames, data.GivenNames),
        key.SealGiven(FamilyName, data.FamilyName),
        key.SealGiven(NameInLatin, data.NameInLatin),
        key.Seal(DateOfBirth, data.DateOfBirth),
        key.Seal(IdentityDocument, data.IdentityDocument),
        key.Seal(Address, data.Address),
        key.Seal(Country, data.Country));

    public static PersonalData Open(this PersonKey key, SealedPersonalData data) => new(
        key.Open<ShortText>(Name, data.Name),
        key.OpenGiven(GivenNames, data.GivenNames),
        key.OpenGiven(FamilyName, data.FamilyName),
        key.OpenGiven(NameInLatin, data.NameInLatin),
        key.Open<Known<PartialDate>>(DateOfBirth, data.DateOfBirth),
        key.Open<Known<ShortText>>(IdentityDocument, data.IdentityDocument),
        key.Open<Known<Note>>(Address, data.Address),
        key.Open<Known<CountryCode>>(Country, data.Country));

    /// <summary>
    /// Seals what changed and keeps the ciphertext of the rest, so that comparing two entries tells which members a correction touched
    /// to somebody who may not read them, and after an erasure.
    /// </summary>
    public static SealedPersonalData Reseal(this PersonKey key, SealedPersonalData before, PersonalData after)
    {
        var old = key.Open(before);
        var fresh = key.Seal(after);
        return new SealedPersonalData(
            old.Name == after.Name ? before.Name : fresh.Name,
            old.GivenNames == after.GivenNames ? before.GivenNames : fresh.GivenNames,
            old.FamilyName == after.FamilyName ? before.FamilyName : fresh.FamilyName,
            old.NameInLatin == after.NameInLatin ? before.NameInLatin : fresh.NameInLatin,
            old.DateOfBirth == after.DateOfBirth ? before.DateOfBirth : fresh.DateOfBirth,
            old.IdentityDocument == after.IdentityDocument ? before.IdentityDocument : fresh.IdentityDocument,
            old.Address == after.Address ? before.Address : fresh.Address,
            old.Country == after.Country ? before.Country : fresh.Country);
    }

    /// <summary>The names of the members that differ between two entries.</summary>
    public static IReadOnlyList<string> Changed(PartyEntry before, PartyEntry after)
    {
        var (old, now) = (before.PersonalData, after.PersonalData);
        IEnumerable<(string Name, bool Same)> members =
        [
            ("kind", before.Kind == after.Kind),
            ("category", before.Category == after.Category),
            (Name, old.Name == now.Name),
            (GivenNames, old.GivenNames == now.GivenNames),
            (FamilyName, old.FamilyName == now.FamilyName),
            (NameInLatin, old.NameInLatin == now.NameInLatin),
            (DateOfBirth, old.DateOfBirth == now.DateOfBirth),
            (IdentityDocument, old.IdentityDocument == now.IdentityDocument),
            (Address, old.Address == now.Address),
            (Country, old.Country == now.Country),
        ];
        return [.. members.Where(member => !member.Same).Select(member => member.Name)];
    }

    public static Ciphertext SealReference(this PersonKey key, Guid authorisation, ShortText reference) =>
        key.Seal(Reference(authorisation), reference);

    public static ShortText OpenReference(this PersonKey key, Guid authorisation, Ciphertext reference) =>
        key.Open<ShortText>(Reference(authorisation), reference);

    private static string Reference(Guid authorisation) => $"authorisations/{authorisation:D}/reference";

    private static Ciphertext? SealGiven(this PersonKey key, string member, ShortText? text) =>
        text is { } given ? key.Seal(member, given) : null;

    private static ShortText? OpenGiven(this PersonKey key, string member, Ciphertext? ciphertext) =>
        ciphertext is { } given ? key.Open<ShortText>(member, given) : null;
}

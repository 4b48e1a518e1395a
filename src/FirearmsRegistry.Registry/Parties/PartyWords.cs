using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>Whether a party is a human being.</summary>
public enum PartyKind
{
    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A company, an office, an association.</summary>
    Organisation,
}

/// <summary>In which role a party has arms, as far as the law treats it otherwise; says nothing about who it is and stays clear.</summary>
public enum PartyCategory
{
    /// <summary>Has arms for itself: sport, hunting, collection, protection.</summary>
    Private,

    /// <summary>Buys and sells arms: dealer stock.</summary>
    Dealer,

    /// <summary>Makes arms.</summary>
    Manufacturer,

    /// <summary>An office, force or service of the State: State stock.</summary>
    StateAgency,
}

/// <summary>What an authorisation allows. Further kinds come with the licences themselves.</summary>
public enum AuthorisationKind
{
    /// <summary>To possess firearms.</summary>
    Possession,
}

/// <summary>
/// Who a party is, in clear: what requests bring and what allowed people read. An organisation's is treated like a person's, so that
/// there is one rule.
/// </summary>
/// <param name="Name">The full name in the script of its documents.</param>
/// <param name="GivenNames">The given names, where they are recorded apart.</param>
/// <param name="FamilyName">The family name, where it is recorded apart.</param>
/// <param name="NameInLatin">The full name in Latin letters, as in the machine-readable zone of a passport (ICAO Doc 9303).</param>
/// <param name="DateOfBirth">The date of birth, as far as known; none for organisations.</param>
/// <param name="IdentityDocument">Kind and number of the document that showed who it is, or an organisation's register number.</param>
/// <param name="Address">Where it lives or has its seat.</param>
/// <param name="Country">The country of nationality, or of the seat.</param>
public sealed record PersonalData(
    ShortText Name,
    ShortText? GivenNames,
    ShortText? FamilyName,
    ShortText? NameInLatin,
    Known<PartialDate> DateOfBirth,
    Known<ShortText> IdentityDocument,
    Known<Note> Address,
    Known<CountryCode> Country)
{
    /// <summary>The members' names only: personal data must not reach a log by way of a record's text.</summary>
    public override string ToString() => nameof(PersonalData);
}

/// <summary>The same as ciphertext under the party's own key; what events carry.</summary>
/// <param name="Name">The full name.</param>
/// <param name="GivenNames">The given names, where recorded apart.</param>
/// <param name="FamilyName">The family name, where recorded apart.</param>
/// <param name="NameInLatin">The full name in Latin letters, where recorded.</param>
/// <param name="DateOfBirth">The date of birth, or that there is none, or that it is unknown.</param>
/// <param name="IdentityDocument">The identity document, likewise.</param>
/// <param name="Address">The address, likewise.</param>
/// <param name="Country">The country, likewise.</param>
public sealed record SealedPersonalData(
    Ciphertext Name,
    Ciphertext? GivenNames,
    Ciphertext? FamilyName,
    Ciphertext? NameInLatin,
    Ciphertext DateOfBirth,
    Ciphertext IdentityDocument,
    Ciphertext Address,
    Ciphertext Country);

/// <summary>A party's entry in the register.</summary>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Category">In which role it has arms.</param>
/// <param name="PersonalData">Who it is, as ciphertext.</param>
public sealed record PartyEntry(PartyKind Kind, PartyCategory Category, SealedPersonalData PersonalData);

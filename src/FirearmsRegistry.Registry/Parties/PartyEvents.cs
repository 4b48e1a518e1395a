using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>A party entered the register.</summary>
/// <param name="Entry">Its entry.</param>
public sealed record PartyRegistered(PartyEntry Entry);

/// <summary>A party's entry was wrong and is corrected; the old one stays on record.</summary>
/// <param name="Before">The entry as it stood.</param>
/// <param name="After">The entry as it should have been; members that did not change keep their ciphertext.</param>
/// <param name="Reason">Why, without personal data.</param>
public sealed record PartyCorrected(PartyEntry Before, PartyEntry After, Note Reason);

/// <summary>The key of a party's personal data was destroyed in the same transaction: nobody can read them again.</summary>
/// <param name="LegalBasis">The provision, order or request that demands it.</param>
/// <param name="Reason">Why, without personal data.</param>
public sealed record PersonalDataErased(ShortText LegalBasis, Note Reason);

/// <summary>An authority allowed a party something for a time.</summary>
/// <param name="AuthorisationId">The authorisation's id within the party.</param>
/// <param name="Kind">What it allows.</param>
/// <param name="Reference">The number of the licence or permit, as ciphertext: it leads to the person.</param>
/// <param name="ValidFrom">The first day on which it is valid.</param>
/// <param name="ValidTo">The last day on which it is valid; null where it has no end.</param>
public sealed record AuthorisationRecorded(
    Guid AuthorisationId, AuthorisationKind Kind, Ciphertext Reference, DateOnly ValidFrom, DateOnly? ValidTo = null);

/// <summary>An authorisation was taken back.</summary>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="RevokedOn">The first day on which it is no longer valid.</param>
/// <param name="Reason">Why, without personal data.</param>
public sealed record AuthorisationRevoked(Guid AuthorisationId, DateOnly RevokedOn, Note Reason);

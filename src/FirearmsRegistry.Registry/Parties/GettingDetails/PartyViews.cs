using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Parties.GettingDetails;

/// <summary>A party with its personal data: shown only for a query reason, and every showing is in the access log.</summary>
/// <param name="Id">The party's id.</param>
/// <param name="Version">Its version: the ETag of the resource.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Category">In which role it has arms.</param>
/// <param name="Erased">Whether its personal data were lawfully erased.</param>
/// <param name="PersonalData">Who it is; null after an erasure.</param>
/// <param name="RecordedAt">When it was entered here.</param>
/// <param name="Authorisations">What authorities allowed it, by first day.</param>
public sealed record PartyDetails(
    Guid Id,
    long Version,
    PartyKind Kind,
    PartyCategory Category,
    bool Erased,
    PersonalData? PersonalData,
    DateTimeOffset RecordedAt,
    IReadOnlyList<AuthorisationDetails> Authorisations);

/// <summary>An authorisation as allowed people see it.</summary>
/// <param name="AuthorisationId">Its id within the party.</param>
/// <param name="Kind">What it allows.</param>
/// <param name="Reference">The number of the licence or permit; null after an erasure.</param>
/// <param name="ValidFrom">The first day on which it is valid.</param>
/// <param name="ValidTo">The last day on which it is valid; null where it has no end.</param>
/// <param name="RevokedOn">The first day on which it is no longer valid, where it was taken back.</param>
public sealed record AuthorisationDetails(
    Guid AuthorisationId, AuthorisationKind Kind, ShortText? Reference, DateOnly ValidFrom, DateOnly? ValidTo, DateOnly? RevokedOn);

/// <summary>A party without anything personal: what writes are answered with, since a look at the data needs a reason.</summary>
/// <param name="Id">The party's id.</param>
/// <param name="Version">Its version: the ETag of the resource.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Category">In which role it has arms.</param>
/// <param name="Erased">Whether its personal data were lawfully erased.</param>
/// <param name="RecordedAt">When it was entered here.</param>
/// <param name="Authorisations">What authorities allowed it, by first day.</param>
public sealed record PartyStanding(
    Guid Id,
    long Version,
    PartyKind Kind,
    PartyCategory Category,
    bool Erased,
    DateTimeOffset RecordedAt,
    IReadOnlyList<AuthorisationStanding> Authorisations);

/// <summary>An authorisation without its reference.</summary>
/// <param name="AuthorisationId">Its id within the party.</param>
/// <param name="Kind">What it allows.</param>
/// <param name="ValidFrom">The first day on which it is valid.</param>
/// <param name="ValidTo">The last day on which it is valid; null where it has no end.</param>
/// <param name="RevokedOn">The first day on which it is no longer valid, where it was taken back.</param>
public sealed record AuthorisationStanding(
    Guid AuthorisationId, AuthorisationKind Kind, DateOnly ValidFrom, DateOnly? ValidTo, DateOnly? RevokedOn);

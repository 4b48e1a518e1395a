using FirearmsRegistry.Registry.Parties.Sealing;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>A party as its events tell it, personal data sealed. It decides nothing.</summary>
public sealed class Party
{
    /// <summary>The party's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>Its entry, after corrections.</summary>
    public PartyEntry Entry { get; private set; } = null!;

    /// <summary>When it was entered here.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Whether its key was destroyed.</summary>
    public bool Erased { get; private set; }

    /// <summary>Every authorisation it ever had, by id.</summary>
    public Dictionary<Guid, AuthorisationState> Authorisations { get; } = [];

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<PartyRegistered> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Entry = happened.Data.Entry;
        RecordedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(PartyCorrected happened) => Entry = happened.After;

    /// <summary>Folds the event.</summary>
    public void Apply(PersonalDataErased happened) => Erased = true;

    /// <summary>Folds the event.</summary>
    public void Apply(AuthorisationRecorded happened) => Authorisations[happened.AuthorisationId] =
        new AuthorisationState(happened.Kind, happened.Reference, happened.ValidFrom, happened.ValidTo);

    /// <summary>Folds the event.</summary>
    public void Apply(AuthorisationRevoked happened) => Authorisations[happened.AuthorisationId] =
        Authorisations[happened.AuthorisationId] with { RevokedOn = happened.RevokedOn };
}

/// <summary>One authorisation and what became of it.</summary>
/// <param name="Kind">What it allows.</param>
/// <param name="Reference">The number of the licence or permit, sealed.</param>
/// <param name="ValidFrom">The first day on which it is valid.</param>
/// <param name="ValidTo">The last day on which it is valid; null where it has no end.</param>
/// <param name="RevokedOn">The first day on which it is no longer valid, where it was taken back.</param>
public sealed record AuthorisationState(
    AuthorisationKind Kind, Ciphertext Reference, DateOnly ValidFrom, DateOnly? ValidTo, DateOnly? RevokedOn = null);

using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Parties.GettingHistory;

/// <summary>One thing that happened to a party's entry.</summary>
/// <param name="Version">The party's version after it.</param>
/// <param name="What">The event's code, such as <c>party_corrected</c>.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">Who recorded it: the subject of the token.</param>
/// <param name="RecordedByName">The name of that person; the subject where the registry has no account of him.</param>
/// <param name="Changed">The members that a correction touched.</param>
/// <param name="AuthorisationId">The authorisation that it is about.</param>
/// <param name="OccurredOn">When it happened, where that is told: the first day of an authorisation, or of its being taken back.</param>
/// <param name="LegalBasis">What demanded an erasure.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">The personal data as they stood, for those who may read them, unless erased.</param>
/// <param name="After">The personal data since then, for those who may read them, unless erased.</param>
public sealed record PartyHistoryLine(
    long Version,
    string What,
    DateTimeOffset RecordedAt,
    string? RecordedBy,
    string? RecordedByName,
    IReadOnlyList<string> Changed,
    Guid? AuthorisationId,
    DateOnly? OccurredOn,
    ShortText? LegalBasis,
    Note? Reason,
    PersonalData? Before,
    PersonalData? After);

/// <summary>Tells a party's events as lines.</summary>
internal static class PartyHistory
{
    /// <summary>The line of an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="names">The names of the people behind the events.</param>
    /// <param name="key">The party's key; null where it was destroyed or the reader may not see personal data.</param>
    public static PartyHistoryLine Tell(IEvent happened, RecorderNames names, PersonKey? key)
    {
        var line = new PartyHistoryLine(happened.Version, happened.EventTypeName, happened.Timestamp, happened.UserName,
            names.Of(happened), [], null, null, null, null, null, null);
        return happened.Data switch
        {
            PartyRegistered registered => line with { After = key?.Open(registered.Entry.PersonalData) },
            PartyCorrected corrected => line with
            {
                Changed = PersonalDataSealing.Changed(corrected.Before, corrected.After),
                Reason = corrected.Reason,
                Before = key?.Open(corrected.Before.PersonalData),
                After = key?.Open(corrected.After.PersonalData),
            },
            PersonalDataErased erased => line with { LegalBasis = erased.LegalBasis, Reason = erased.Reason },
            AuthorisationRecorded recorded => line with { AuthorisationId = recorded.AuthorisationId, OccurredOn = recorded.ValidFrom },
            AuthorisationRevoked revoked => line with
            {
                AuthorisationId = revoked.AuthorisationId,
                OccurredOn = revoked.RevokedOn,
                Reason = revoked.Reason,
            },
            _ => line,
        };
    }
}

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.AskingByHash;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>
/// The national point of contact of another State, folded from its events; kept as a snapshot, which is also what its GET shows. Of several
/// for one State only one is active.
/// </summary>
public sealed class Partner
{
    /// <summary>The partner's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The State.</summary>
    public CountryCode Country { get; set; }

    /// <summary>The name of the authority.</summary>
    public ShortText Authority { get; set; }

    /// <summary>The languages in which it can be written to, the preferred one first.</summary>
    public List<LanguageCode> Languages { get; set; } = [];

    /// <summary>The ways to reach it.</summary>
    public List<PartnerChannel> Channels { get; set; } = [];

    /// <summary>Its public keys, also those that ended or were revoked.</summary>
    public List<PartnerKey> Keys { get; set; } = [];

    /// <summary>On which days it works.</summary>
    public WorkingCalendar Calendar { get; set; } = WorkingCalendar.Default;

    /// <summary>The clock of urgent requests; null where the registry's own holds.</summary>
    public ClockSettings? Urgent { get; set; }

    /// <summary>The clock of routine requests; null where the registry's own holds.</summary>
    public ClockSettings? Routine { get; set; }

    /// <summary>Asking by hash; null unless both sides agreed.</summary>
    public HashAgreement? HashAgreement { get; set; }

    /// <summary>When the secret under which marks are asked for by hash was last set; null where none was.</summary>
    public DateTimeOffset? PairSecretSetAt { get; set; }

    /// <summary>Answers without approval; null unless both sides signed a rule.</summary>
    public AutomaticAnswers? AutomaticAnswers { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>When it ceased to be written to.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }

    /// <summary>Why.</summary>
    public Note? DeactivationReason { get; set; }

    /// <summary>The clock that was agreed for a class.</summary>
    public ClockSettings? AgreedClock(TracePriority priority) => priority == TracePriority.Urgent ? Urgent : Routine;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<PartnerRegistered> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Country = happened.Data.Country;
        Authority = happened.Data.Authority;
        Languages = [.. happened.Data.Languages];
        RegisteredAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(PartnerDescribed happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Authority = happened.Authority;
        Languages = [.. happened.Languages];
    }

    /// <summary>Folds the event.</summary>
    public void Apply(PartnerChannelsSet happened) => Channels = [.. (happened ?? throw new ArgumentNullException(nameof(happened))).Channels];

    /// <summary>Folds the event.</summary>
    public void Apply(PartnerKeyAdded happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Keys.Add(new PartnerKey(happened.Name, happened.Key, happened.ValidFrom, happened.ValidTo));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<PartnerKeyRevoked> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var index = Keys.FindIndex(key => key.Name == happened.Data.Name);
        Keys[index] = Keys[index] with { RevokedAt = happened.Timestamp };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(PartnerCalendarSet happened) => Calendar = (happened ?? throw new ArgumentNullException(nameof(happened))).Calendar;

    /// <summary>Folds the event.</summary>
    public void Apply(PartnerClockSet happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Priority == TracePriority.Urgent)
            Urgent = happened.Clock;
        else
            Routine = happened.Clock;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(PartnerHashAgreementSet happened) =>
        HashAgreement = (happened ?? throw new ArgumentNullException(nameof(happened))).Agreement;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<PairSecretSet> happened) =>
        PairSecretSetAt = (happened ?? throw new ArgumentNullException(nameof(happened))).Timestamp;

    /// <summary>Folds the event.</summary>
    public void Apply(PartnerAutomaticAnswersSet happened) =>
        AutomaticAnswers = (happened ?? throw new ArgumentNullException(nameof(happened))).Agreement;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<PartnerDeactivated> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        DeactivatedAt = happened.Timestamp;
        DeactivationReason = happened.Data.Reason;
    }
}

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>The national point of contact of another State was recorded (International Tracing Instrument para. 25).</summary>
/// <param name="Country">The State.</param>
/// <param name="Authority">The name of the authority.</param>
/// <param name="Languages">The languages in which it can be written to, the preferred one first.</param>
public sealed record PartnerRegistered(CountryCode Country, ShortText Authority, IReadOnlyList<LanguageCode> Languages);

/// <summary>A partner's authority or its languages became others.</summary>
/// <param name="Authority">The name of the authority.</param>
/// <param name="Languages">The languages in which it can be written to.</param>
public sealed record PartnerDescribed(ShortText Authority, IReadOnlyList<LanguageCode> Languages);

/// <summary>The ways to reach a partner were set, in place of those before.</summary>
/// <param name="Channels">The ways.</param>
public sealed record PartnerChannelsSet(IReadOnlyList<PartnerChannel> Channels);

/// <summary>A public key of a partner was made known.</summary>
/// <param name="Name">Its name (<c>kid</c>).</param>
/// <param name="Key">The key.</param>
/// <param name="ValidFrom">From when it signs.</param>
/// <param name="ValidTo">Until when.</param>
/// <param name="Fingerprint">How it was checked with the partner: by telephone, by letter, in person.</param>
public sealed record PartnerKeyAdded(KeyName Name, SigningKey Key, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, ShortText Fingerprint);

/// <summary>A public key of a partner was revoked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record PartnerKeyRevoked(KeyName Name, Note Reason);

/// <summary>A partner's working calendar was set; clocks that run keep the times that they were set to.</summary>
/// <param name="Calendar">The calendar.</param>
public sealed record PartnerCalendarSet(WorkingCalendar Calendar);

/// <summary>The clock of a priority class was set; clocks that run keep the times that they were set to.</summary>
/// <param name="Priority">The class.</param>
/// <param name="Clock">The clock.</param>
public sealed record PartnerClockSet(TracePriority Priority, ClockSettings Clock);

/// <summary>Both sides agreed on asking by hash, or ended that.</summary>
/// <param name="Agreement">The agreement; null where it ended.</param>
public sealed record PartnerHashAgreementSet(HashAgreement? Agreement);

/// <summary>Both sides signed a rule for answers without approval, or ended it.</summary>
/// <param name="Agreement">The rule; null where it ended.</param>
public sealed record PartnerAutomaticAnswersSet(AutomaticAnswers? Agreement);

/// <summary>A partner is not written to any more; another may be recorded for its State.</summary>
/// <param name="Reason">Why.</param>
public sealed record PartnerDeactivated(Note Reason);

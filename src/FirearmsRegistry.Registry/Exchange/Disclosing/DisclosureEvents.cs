using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>Information of a trace request left the registry.</summary>
/// <param name="DisclosureId">The entry's id.</param>
/// <param name="Disclosure">To whom, for what, what and how.</param>
/// <param name="Sources">The answers and requests of other States whose information it held.</param>
public sealed record TraceDataDisclosed(Guid DisclosureId, Disclosure Disclosure, IReadOnlyList<Guid> Sources);

/// <summary>The provider agreed that others receive its information.</summary>
/// <param name="ConsentId">The consent's id.</param>
/// <param name="SourceId">The answer or request whose information it concerns.</param>
/// <param name="Recipient">Who may have it.</param>
/// <param name="Purposes">For what; null where the consent names none, and the restriction's own hold.</param>
/// <param name="ValidTo">Until when; null where it has no end.</param>
/// <param name="Reference">The letter with the consent.</param>
public sealed record DisclosureConsentRecorded(
    Guid ConsentId, Guid SourceId, DisclosureRecipient Recipient, IReadOnlyList<DisclosurePurpose>? Purposes, DateTimeOffset? ValidTo,
    ShortText Reference);

/// <summary>The provider was told before its information went to others (Firearms Protocol Art. 12).</summary>
/// <param name="InformationId">The entry's id.</param>
/// <param name="SourceId">The answer or request whose information it concerns.</param>
/// <param name="Recipient">Who is to have it.</param>
/// <param name="Reference">The letter with which it was told.</param>
public sealed record ProviderInformed(Guid InformationId, Guid SourceId, DisclosureRecipient Recipient, ShortText Reference);

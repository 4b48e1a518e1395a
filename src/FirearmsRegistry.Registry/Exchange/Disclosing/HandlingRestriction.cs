using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>
/// What a State asks of whoever receives its information (International Tracing Instrument paras 14, 15; Firearms Protocol Art. 12): it
/// travels with every datum received.
/// </summary>
/// <param name="Purposes">For what the information may be used; null where the provider set no limit.</param>
/// <param name="ThirdParties">Whether other States and organisations may have it.</param>
/// <param name="ExpiresAt">From when on it may not be disclosed to anybody; null where it has no end.</param>
/// <param name="InformBeforeDisclosure">Whether the provider must be told before others have it.</param>
/// <param name="Text">The restriction in the provider's words.</param>
public sealed record HandlingRestriction(
    IReadOnlyList<DisclosurePurpose>? Purposes,
    ThirdPartyRule ThirdParties,
    DateTimeOffset? ExpiresAt,
    bool InformBeforeDisclosure,
    Note? Text = null);

/// <summary>For what information is used.</summary>
public enum DisclosurePurpose
{
    /// <summary>To trace the arm further.</summary>
    Tracing,

    /// <summary>A criminal investigation.</summary>
    CriminalInvestigation,

    /// <summary>Evidence in court.</summary>
    CourtProceedings,

    /// <summary>Proceedings of an authority, such as the revocation of a licence.</summary>
    AdministrativeProceedings,

    /// <summary>Intelligence.</summary>
    Intelligence,

    /// <summary>Counts and reports without a person or a single case.</summary>
    Statistics,
}

/// <summary>Whether others than the receiver may have information.</summary>
public enum ThirdPartyRule
{
    /// <summary>The provider leaves it to the receiver.</summary>
    Free,

    /// <summary>Only with the provider's consent.</summary>
    WithConsent,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>Who receives information.</summary>
/// <param name="Kind">What sort of receiver.</param>
/// <param name="Name">The authority or organisation.</param>
/// <param name="Country">The State, of an authority of another State.</param>
public sealed record DisclosureRecipient(RecipientKind Kind, ShortText Name, CountryCode? Country = null);

/// <summary>The sorts of receivers.</summary>
public enum RecipientKind
{
    /// <summary>An authority of this State: no third party.</summary>
    OwnAuthority,

    /// <summary>An authority of another State.</summary>
    OtherState,

    /// <summary>An international organisation.</summary>
    Organisation,
}

/// <summary>What sort of information is disclosed.</summary>
public enum DataCategory
{
    /// <summary>Marks, maker, model, calibre.</summary>
    Arm,

    /// <summary>How and where it was found, and why it is illicit.</summary>
    Circumstances,

    /// <summary>The stations of its chain.</summary>
    Chain,

    /// <summary>Who held it.</summary>
    Holder,

    /// <summary>The outcome alone.</summary>
    Outcome,
}

/// <summary>How information leaves.</summary>
public enum DisclosureForm
{
    /// <summary>A request to another State.</summary>
    OnwardRequest,

    /// <summary>An answer to another State.</summary>
    Answer,

    /// <summary>A report.</summary>
    Report,

    /// <summary>A file with many records.</summary>
    Export,

    /// <summary>Another way, told by the reference.</summary>
    Other,
}

/// <summary>A disclosure that is wanted.</summary>
/// <param name="Recipient">To whom.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Categories">What.</param>
/// <param name="Form">How.</param>
/// <param name="Reference">The letter, case or document.</param>
public sealed record Disclosure(
    DisclosureRecipient Recipient, DisclosurePurpose Purpose, IReadOnlyList<DataCategory> Categories, DisclosureForm Form,
    ShortText? Reference = null);

/// <summary>Information that another State provided, with what it asks for it.</summary>
/// <param name="SourceId">The answer, or the inbound request, with which it came.</param>
/// <param name="Provider">The State.</param>
/// <param name="Restriction">The restriction; null where it named none.</param>
public sealed record ReceivedDatum(Guid SourceId, CountryCode Provider, HandlingRestriction? Restriction);

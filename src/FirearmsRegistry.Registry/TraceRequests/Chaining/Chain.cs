using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining;

/// <summary>An arm's way through lawful hands and out of them, as the register has it.</summary>
/// <param name="Hops">Its stations in the order of their recording.</param>
/// <param name="LastLegalRecord">The last record of a lawful holder before the intake; null where there is none.</param>
/// <param name="PointOfDiversion">Where it left the licit circuit, or why that is not known.</param>
public sealed record Chain(IReadOnlyList<ChainHop> Hops, LastLegalRecord? LastLegalRecord, PointOfDiversion PointOfDiversion);

/// <summary>One station.</summary>
/// <param name="EventId">The record in the register.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredOn">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="LegalBasis">The licence, deed, order or report on which it rests.</param>
/// <param name="From">Who had it before.</param>
/// <param name="To">Who has it afterwards.</param>
/// <param name="OtherCountry">The country it left for or came from.</param>
/// <param name="AfterIntake">Whether it happened after the intake, and so says nothing about the diversion.</param>
/// <param name="CorrectedBy">The record that corrected it; the hop shows the corrected entry.</param>
public sealed record ChainHop(
    Guid EventId,
    HopKind Kind,
    Known<PartialDate> OccurredOn,
    DateTimeOffset RecordedAt,
    ShortText? LegalBasis,
    Known<Guid> From,
    Known<Guid> To,
    CountryCode? OtherCountry = null,
    bool AfterIntake = false,
    Guid? CorrectedBy = null);

/// <summary>What happened at a station of a chain.</summary>
public enum HopKind
{
    /// <summary>Made here.</summary>
    Manufactured,

    /// <summary>Registered when it was brought in.</summary>
    Imported,

    /// <summary>Taken into State stock.</summary>
    StateStock,

    /// <summary>Taken over from an older register.</summary>
    LegacyRecord,

    /// <summary>Registered after it was recovered; not a record of a lawful holder.</summary>
    RegisteredAsRecovered,

    /// <summary>Sold.</summary>
    Sale,

    /// <summary>Given.</summary>
    Gift,

    /// <summary>Inherited.</summary>
    Inheritance,

    /// <summary>Brought in again.</summary>
    Import,

    /// <summary>Left the country.</summary>
    Export,

    /// <summary>From State stock to a civilian.</summary>
    StateToCivilian,

    /// <summary>Lent.</summary>
    Loan,

    /// <summary>Back from a loan.</summary>
    Return,

    /// <summary>Reported lost.</summary>
    Lost,

    /// <summary>Reported stolen.</summary>
    Stolen,

    /// <summary>Passed on without authorisation.</summary>
    UnlawfullyTransferred,

    /// <summary>Came back after a loss.</summary>
    Recovered,

    /// <summary>Its disposal was authorised.</summary>
    DisposalAuthorised,

    /// <summary>Destroyed, according to the record.</summary>
    Destroyed,

    /// <summary>Deactivated.</summary>
    Deactivated,

    /// <summary>Given back to its holder.</summary>
    Returned,

    /// <summary>Kept by the State.</summary>
    RetainedByState,
}

/// <summary>The last record of a lawful holder.</summary>
/// <param name="EventId">The record.</param>
/// <param name="Kind">What it records.</param>
/// <param name="OccurredOn">When that happened.</param>
/// <param name="LegalBasis">On what it rests.</param>
/// <param name="Holder">Who lawfully had the arm then.</param>
/// <param name="InStateStock">Whether it belonged to the State.</param>
/// <param name="ExportedTo">The country it was exported to.</param>
public sealed record LastLegalRecord(
    Guid EventId,
    HopKind Kind,
    Known<PartialDate> OccurredOn,
    ShortText? LegalBasis,
    Known<Guid> Holder,
    bool InStateStock,
    CountryCode? ExportedTo)
{
    /// <summary>Whether the chain goes on in another State.</summary>
    public bool IsExport => Kind == HopKind.Export;
}

/// <summary>Where an arm left the licit circuit, as far as the register can tell.</summary>
/// <param name="Kind">What is known of it.</param>
/// <param name="EventId">The record that shows it, or the last one before it.</param>
/// <param name="OccurredOn">When it happened, as far as known.</param>
public sealed record PointOfDiversion(DiversionKind Kind, Guid? EventId, Known<PartialDate> OccurredOn);

/// <summary>What is known of a point of diversion.</summary>
public enum DiversionKind
{
    /// <summary>A theft is on record.</summary>
    Theft,

    /// <summary>An unlawful transfer is on record.</summary>
    UnlawfulTransfer,

    /// <summary>A loss is on record.</summary>
    Loss,

    /// <summary>Out of a disposal that the record calls carried out.</summary>
    AfterDisposal,

    /// <summary>Unknown here: the chain goes on in another State.</summary>
    Abroad,

    /// <summary>Unknown: between the last legal record and the intake, and no report tells more.</summary>
    AfterLastLegalRecord,

    /// <summary>Unknown: the register holds no record of a lawful holder.</summary>
    NoLegalRecord,
}

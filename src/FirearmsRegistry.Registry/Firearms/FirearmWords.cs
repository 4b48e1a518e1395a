using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>How a firearm came to be registered.</summary>
public enum FirearmOrigin
{
    /// <summary>Made here.</summary>
    Manufactured,

    /// <summary>Brought in lawfully.</summary>
    Imported,

    /// <summary>Held by the State's forces or services.</summary>
    StateStock,

    /// <summary>Taken over from an older register.</summary>
    LegacyRecord,

    /// <summary>Seized, found or surrendered without having been registered.</summary>
    Recovered,
}

/// <summary>What a firearm is. Each fact is known, known not to exist, or unknown.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Maker">The maker's name as marked or as catalogued.</param>
/// <param name="ManufactureCountry">Where it was made; a former State for arms of its time.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre as marked.</param>
/// <param name="YearOfManufacture">The year, 1500 to 2100.</param>
/// <param name="Condition">Made as it should be, converted, reactivated …</param>
/// <param name="Antique">Whether domestic law calls it an antique; nothing made after 1899 can be one (Firearms Protocol Art. 3(a)).</param>
public sealed record FirearmDescription(
    ArmType Type,
    Known<ShortText> Maker,
    Known<CountryCode> ManufactureCountry,
    Known<ShortText> Model,
    Known<ShortText> Calibre,
    Known<int> YearOfManufacture,
    ArmCondition Condition,
    bool Antique);

/// <summary>A mark as it is on the metal.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">Exactly as marked.</param>
/// <param name="Serial">The maker's number inside a manufacture mark, exactly as marked.</param>
/// <param name="Component">The part that carries it.</param>
/// <param name="Location">Where on the part.</param>
/// <param name="Exposed">Whether it can be read without tools or taking the arm apart (ITI para. 7).</param>
/// <param name="Method">How it was put there.</param>
/// <param name="HeightMm">Height of the characters in mm.</param>
/// <param name="DepthMm">Depth in mm.</param>
/// <param name="Country">The country that the mark names: of manufacture, of import, transferring.</param>
/// <param name="Year">The year that the mark names.</param>
/// <param name="Maker">The maker that the mark names.</param>
/// <param name="Symbol">What the symbol in the mark shows, in words.</param>
/// <param name="Scheme">How a maker's mark identifies: by maker, country and serial, or by symbols and a code.</param>
public sealed record PhysicalMark(
    MarkKind Kind,
    MarkText Text,
    MarkText? Serial,
    ComponentKind Component,
    ShortText Location,
    bool Exposed,
    MarkMethod Method,
    Known<Millimetres> HeightMm,
    Known<Millimetres> DepthMm,
    CountryCode? Country = null,
    int? Year = null,
    ShortText? Maker = null,
    ShortText? Symbol = null,
    MarkScheme Scheme = MarkScheme.Classic);

/// <summary>A breach of the mark policy that was kept and not refused.</summary>
/// <param name="Pointer">The member of the mark, as a JSON pointer.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Source">Its source.</param>
public sealed record MarkFindingNote(string Pointer, string Rule, string? Source);

/// <summary>What somebody did to a mark.</summary>
public enum MarkTampering
{
    /// <summary>Made to read otherwise.</summary>
    Altered,

    /// <summary>Ground, filed or drilled away.</summary>
    Erased,

    /// <summary>The part or plate that carried it is gone.</summary>
    Removed,

    /// <summary>Put there to deceive.</summary>
    Falsified,
}

/// <summary>How a laboratory made a mark readable.</summary>
public enum RestorationMethod
{
    /// <summary>Light and magnification.</summary>
    Visual,

    /// <summary>Magnetic particles.</summary>
    MagneticParticle,

    /// <summary>Eddy currents.</summary>
    EddyCurrent,

    /// <summary>Chemical etching; destructive.</summary>
    Etching,
}

/// <summary>The nature of a transfer.</summary>
public enum TransferKind
{
    /// <summary>Sale.</summary>
    Sale,

    /// <summary>Gift.</summary>
    Gift,

    /// <summary>Inheritance.</summary>
    Inheritance,

    /// <summary>Into the country (Firearms Protocol Art. 8(1)(b)).</summary>
    Import,

    /// <summary>Out of the country.</summary>
    Export,

    /// <summary>From State stock to permanent civilian use (Firearms Protocol Art. 8(1)(c)).</summary>
    StateToCivilian,

    /// <summary>Lent for a time.</summary>
    Loan,

    /// <summary>Back from a loan.</summary>
    Return,
}

/// <summary>What a transfer says, and what a correction of it may change.</summary>
/// <param name="Kind">Its nature.</param>
/// <param name="From">Who gave it.</param>
/// <param name="To">Who received it.</param>
/// <param name="LegalBasis">The licence, deed or order that allows it.</param>
/// <param name="OtherCountry">The country it left for (export) or came from (import).</param>
/// <param name="OccurredOn">When.</param>
public sealed record TransferEntry(
    TransferKind Kind, Known<Guid> From, Known<Guid> To, ShortText LegalBasis, CountryCode? OtherCountry, PartialDate OccurredOn);

/// <summary>How a registration says an arm came in, and what a correction of it may change.</summary>
/// <param name="Origin">How it came to be registered.</param>
/// <param name="Holder">Who lawfully had it then.</param>
/// <param name="OccurredOn">When it was made, imported, taken into stock or recovered.</param>
public sealed record RegistrationEntry(FirearmOrigin Origin, Known<Guid> Holder, PartialDate OccurredOn);

/// <summary>How an arm left its holder's hands.</summary>
public enum LossKind
{
    /// <summary>Nobody knows where it is.</summary>
    Lost,

    /// <summary>Taken.</summary>
    Stolen,

    /// <summary>Handed on without the authorisation that the law asks for.</summary>
    UnlawfullyTransferred,
}

/// <summary>What becomes of an arm (Firearms Protocol Arts 6 and 9).</summary>
public enum DisposalMethod
{
    /// <summary>Destroyed.</summary>
    Destroyed,

    /// <summary>Made permanently inoperable.</summary>
    Deactivated,

    /// <summary>Given back to its lawful holder.</summary>
    Returned,

    /// <summary>Kept by the State.</summary>
    RetainedByState,
}

using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Where a marking job stands.</summary>
public enum MarkingJobState
{
    /// <summary>Ordered, with a text that needs no number.</summary>
    Ordered,

    /// <summary>Ordered, with a national number reserved for it.</summary>
    NumberReserved,

    /// <summary>Claimed by a station that has not started.</summary>
    Sent,

    /// <summary>The machine was, or is about to be, told to go.</summary>
    Marking,

    /// <summary>The mark is on the metal and was not read back.</summary>
    Marked,

    /// <summary>Read back, and something differed from the order.</summary>
    ReadBack,

    /// <summary>Read back as ordered: the mark is on the firearm's record.</summary>
    Verified,

    /// <summary>Ended without the mark that was ordered; its number is void.</summary>
    Rejected,

    /// <summary>Nobody knows what is on the metal: the arm is in quarantine until a person has looked.</summary>
    UnknownMarkState,

    /// <summary>Given up before its start; its number is void.</summary>
    Cancelled,
}

/// <summary>What the machine-readable symbol beside the text holds.</summary>
public enum PayloadKind
{
    /// <summary>There is no symbol.</summary>
    None,

    /// <summary>The authority's NCAGE and the national number, in an ISO/IEC 15434 envelope.</summary>
    National,

    /// <summary>The bare national number, for small parts.</summary>
    BareNumber,
}

/// <summary>What a station says about its machine's work.</summary>
public enum MachineOutcome
{
    /// <summary>The machine began and finished.</summary>
    Marked,

    /// <summary>The machine refused to begin; nothing was cut.</summary>
    NotMarked,

    /// <summary>The answer was lost, the connection closed, or the power failed.</summary>
    UnknownMarkState,
}

/// <summary>Why nobody knows what is on the metal.</summary>
public enum UnknownCause
{
    /// <summary>The station said so.</summary>
    ReportedByStation,

    /// <summary>The station did not report in time.</summary>
    LeaseExpired,

    /// <summary>The station's log tells of a start that the registry cannot accept.</summary>
    DisputedLog,
}

/// <summary>What a person saw on the arm.</summary>
public enum InspectionOutcome
{
    /// <summary>The whole mark is there; it is read back next.</summary>
    Marked,

    /// <summary>Nothing of the mark is there.</summary>
    NotMarked,

    /// <summary>Something else than the ordered mark is there: a part of it, or wrong characters.</summary>
    Spoiled,
}

/// <summary>The way of a machine's frame.</summary>
public enum MachineFrameDirection
{
    /// <summary>To the machine.</summary>
    Sent,

    /// <summary>From the machine, a whole frame.</summary>
    Received,

    /// <summary>From the machine, bytes that are no frame.</summary>
    Unreadable,
}

/// <summary>Bytes that went between a station and its machine, kept as evidence.</summary>
/// <param name="At">When, by the station's clock.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record MachineFrame(DateTimeOffset At, MachineFrameDirection Direction, HexBytes Bytes);

/// <summary>One place in which what was read differs from what was ordered.</summary>
/// <param name="Position">The character of a text or the byte of a payload, from 1.</param>
/// <param name="Ordered">What should stand there, a byte in hexadecimal; null where nothing should.</param>
/// <param name="Read">What was read there; null where nothing was.</param>
public sealed record ReadDifference(int Position, string? Ordered, string? Read);

/// <summary>A grade of a symbol on metal (ISO/IEC 29158).</summary>
/// <param name="Report">Overall grade, aperture, wavelength and lighting, such as <c>DPM2.0/7.5-25/650/(45Q)</c>.</param>
/// <param name="Decode">Whether the symbol decodes: 4.0 or 0.0.</param>
/// <param name="CellContrast">Cell contrast, as all that follow 0.0 to 4.0.</param>
/// <param name="CellModulation">Cell modulation.</param>
/// <param name="MinimumReflectance">Minimum reflectance.</param>
/// <param name="FixedPatternDamage">Fixed pattern damage.</param>
/// <param name="AxialNonuniformity">Axial non-uniformity.</param>
/// <param name="GridNonuniformity">Grid non-uniformity.</param>
/// <param name="UnusedErrorCorrection">Unused error correction.</param>
/// <param name="VerifierSerial">The serial of the verifier.</param>
public sealed record SymbolGrade(
    ShortText Report,
    decimal Decode,
    decimal CellContrast,
    decimal CellModulation,
    decimal MinimumReflectance,
    decimal FixedPatternDamage,
    decimal AxialNonuniformity,
    decimal GridNonuniformity,
    decimal UnusedErrorCorrection,
    ShortText VerifierSerial)
{
    /// <summary>Every parameter with its name, for checks that concern them all.</summary>
    internal IEnumerable<(string Name, decimal Value)> Parameters() =>
    [
        ("decode", Decode), ("cellContrast", CellContrast), ("cellModulation", CellModulation), ("minimumReflectance", MinimumReflectance),
        ("fixedPatternDamage", FixedPatternDamage), ("axialNonuniformity", AxialNonuniformity), ("gridNonuniformity", GridNonuniformity),
        ("unusedErrorCorrection", UnusedErrorCorrection),
    ];
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

/// <summary>A place in a chain where the register does not tell who had the arm, or contradicts itself.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="AfterEventId">The last record before it; null where it lies before the first one.</param>
/// <param name="BeforeEventId">The first record after it; null where it lasts until the intake.</param>
/// <param name="From">The date of the record before it, as far as known; none where there is none.</param>
/// <param name="To">The date of the record after it, or of the intake.</param>
public sealed record ChainGap(
    ChainGapKind Kind, Guid? AfterEventId, Guid? BeforeEventId, Known<PartialDate> From, Known<PartialDate> To);

/// <summary>What a chain does not tell.</summary>
public enum ChainGapKind
{
    /// <summary>Where the arm came from before the first record.</summary>
    OriginUnknown,

    /// <summary>Who had it.</summary>
    HolderUnknown,

    /// <summary>Who gave it: the record names no giver, though a holder before is known.</summary>
    GiverUnknown,

    /// <summary>How it passed from the holder on record to the one who gave it next.</summary>
    ChangeWithoutRecord,

    /// <summary>Whether it came back from a loan.</summary>
    LoanNotReturned,

    /// <summary>How it had left the country before it was brought in again.</summary>
    ImportWithoutExport,

    /// <summary>How it came back after it had left the country.</summary>
    ExportWithoutImport,

    /// <summary>Who had it abroad, between its export and its return: another State's records tell.</summary>
    HeldAbroad,

    /// <summary>How it came back after a loss, before the lawful record that follows.</summary>
    RecoveryNotRecorded,

    /// <summary>How a record can follow its destruction or deactivation.</summary>
    RecordAfterDisposal,

    /// <summary>When a station took place.</summary>
    DateUnknown,

    /// <summary>In which order two stations took place: their dates contradict the order of their recording.</summary>
    DatesOutOfOrder,
}

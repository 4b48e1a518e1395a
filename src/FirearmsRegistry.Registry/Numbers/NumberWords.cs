using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>Where an issued national number stands. It only ever moves on.</summary>
public enum NumberState
{
    /// <summary>Issued, on no arm yet.</summary>
    Reserved,

    /// <summary>Marked on its arm.</summary>
    Applied,

    /// <summary>Read back from its arm.</summary>
    Verified,

    /// <summary>Given up, for the reason kept with it; never issued again.</summary>
    Void,
}

/// <summary>An issued national number.</summary>
/// <param name="Number">The number without spaces.</param>
/// <param name="Printed">The form that is marked and printed.</param>
/// <param name="SeriesId">The series it was issued from.</param>
/// <param name="Running">Its running number in the series.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FirearmId">The firearm that it is reserved for or marked on.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="IssuedBy">The user who had it issued.</param>
/// <param name="Reason">Why it is void.</param>
/// <param name="Version">Counts its changes of state: the ETag.</param>
public sealed record IssuedNumber(
    NationalNumber Number,
    string Printed,
    Guid SeriesId,
    int Running,
    NumberState State,
    Guid? FirearmId,
    DateTimeOffset IssuedAt,
    string IssuedBy,
    Note? Reason,
    long Version);

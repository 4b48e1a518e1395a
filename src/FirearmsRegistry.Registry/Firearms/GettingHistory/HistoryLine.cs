using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.Firearms.GettingHistory;

/// <summary>One line of a firearm's history, as a clerk reads it.</summary>
/// <param name="Version">The firearm's version after it: the line's number.</param>
/// <param name="Key">What happened, as a key that stays the same in every language.</param>
/// <param name="What">What happened, as a sentence in the language that was asked for, English unless one was.</param>
/// <param name="HappenedOn">When it happened; unknown where nobody could say, none where it is only an act of the register.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">Who recorded it: the subject of the person's sign-in; null for lines that nobody signed.</param>
/// <param name="RecordedByName">The name of that person; the subject where the registry has no account of him.</param>
/// <param name="About">The mark, transfer, loss or disposal that it is about; null where it is about the firearm itself.</param>
/// <param name="Parties">The parties that it names, in the order of the sentence.</param>
public sealed record HistoryLine(
    long Version,
    string Key,
    string What,
    Known<PartialDate> HappenedOn,
    DateTimeOffset RecordedAt,
    string? RecordedBy,
    string? RecordedByName,
    Guid? About,
    IReadOnlyList<Guid> Parties);

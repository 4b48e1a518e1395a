using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>What became of an entry of a station's log.</summary>
public enum MergeOutcome
{
    /// <summary>What it tells was not known, and is recorded now.</summary>
    Accepted,

    /// <summary>What it tells was recorded while the station had a network.</summary>
    AlreadyKnown,

    /// <summary>What it tells cannot be recorded; a registrar settles it.</summary>
    Conflict,
}

/// <summary>An entry of a station's log was taken over, whatever became of it: the text and its signatures are kept as they came.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Counter">The entry's counter.</param>
/// <param name="Hash">The hash of its text.</param>
/// <param name="Act">What it tells.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Entry">The entry.</param>
/// <param name="MergedBy">The user id of the person who brought it.</param>
/// <param name="MarkingJobId">The marking job that it is about.</param>
/// <param name="FirearmId">The firearm of an order.</param>
/// <param name="Problem">The problem's name where it is a conflict.</param>
/// <param name="Detail">The problem in words.</param>
public sealed record StationLogEntryMerged(
    Guid StationId, long Counter, string Hash, StationAct Act, MergeOutcome Outcome, SignedEntry Entry, string MergedBy,
    Guid? MarkingJobId = null, Guid? FirearmId = null, string? Problem = null, string? Detail = null);

/// <summary>A registrar settled a conflict.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Counter">The counter of the entry.</param>
/// <param name="Findings">What is so.</param>
/// <param name="Photo">The hash of the photo of the arm.</param>
public sealed record LogConflictResolved(Guid StationId, long Counter, Note Findings, PhotoHash Photo);

/// <summary>How far a station's log is known, folded from its stream; kept as a snapshot, since the stream grows for as long as the station works.</summary>
public sealed class StationLog
{
    /// <summary>The stream's id, see <see cref="IdOf"/>.</summary>
    public Guid Id { get; set; }

    /// <summary>The counter of the last entry taken over.</summary>
    public long Counter { get; set; }

    /// <summary>Its hash.</summary>
    public string Hash { get; set; } = StationLogEntry.FirstPrevious;

    /// <summary>Folds the event.</summary>
    public void Apply(StationLogEntryMerged happened) =>
        (Counter, Hash) = ((happened ?? throw new ArgumentNullException(nameof(happened))).Counter, happened.Hash);

    /// <summary>Folds the event: the log's end stays where it is.</summary>
    public void Apply(LogConflictResolved happened)
    {
    }

    /// <summary>The id of the stream of a station's log, which moves on without its station.</summary>
    public static Guid IdOf(Guid station) => NameBasedIds.Of($"station-log:{station}");
}

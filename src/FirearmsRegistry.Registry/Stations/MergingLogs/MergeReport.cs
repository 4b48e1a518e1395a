using FirearmsRegistry.Marks.StationLogs;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>What became of the entries of one merge.</summary>
/// <param name="Accepted">What was not known and is recorded now.</param>
/// <param name="AlreadyKnown">What was recorded before.</param>
/// <param name="Conflicts">What waits for a registrar.</param>
/// <param name="Head">How far the log is known now.</param>
public sealed record MergeReport(
    IReadOnlyList<MergedEntry> Accepted, IReadOnlyList<MergedEntry> AlreadyKnown, IReadOnlyList<LogConflict> Conflicts, LogHead Head);

/// <summary>An entry that was taken over.</summary>
/// <param name="Counter">Its counter.</param>
/// <param name="Act">What it tells.</param>
/// <param name="MarkingJobId">The marking job.</param>
public sealed record MergedEntry(long Counter, StationAct Act, Guid? MarkingJobId);

/// <summary>An entry that tells what cannot be recorded.</summary>
/// <param name="Counter">Its counter.</param>
/// <param name="Act">What it tells.</param>
/// <param name="MarkingJobId">The marking job.</param>
/// <param name="Problem">The URN of the refusal.</param>
/// <param name="Detail">The refusal in words.</param>
/// <param name="Resolved">Whether a registrar has settled it.</param>
public sealed record LogConflict(long Counter, StationAct Act, Guid? MarkingJobId, string Problem, string Detail, bool Resolved);

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.StationLogs;

/// <summary>Where a station's log ends: the next entry names this counter's successor and this hash.</summary>
/// <param name="Counter">The counter of the last entry; 0 where there is none.</param>
/// <param name="Hash">Its hash.</param>
public sealed record LogHead(long Counter, string Hash)
{
    /// <summary>The head of an empty log.</summary>
    public static LogHead Empty { get; } = new(0, StationLogEntry.FirstPrevious);

    /// <summary>The head after an entry follows; the fault where it does not follow this head.</summary>
    public Parsed<LogHead> Follow(StationLogEntry entry, SignedEntry signed)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(signed);
        if (entry.Counter != Counter + 1)
            return new Fault($"The entry after {Counter} has the counter {Counter + 1}.");
        return entry.Previous == Hash
            ? new LogHead(entry.Counter, signed.Hash)
            : new Fault("An entry names the hash of the one before it.");
    }
}

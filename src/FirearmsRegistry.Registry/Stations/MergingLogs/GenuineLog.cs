using System.Text;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>An entry whose text was read.</summary>
/// <param name="Signed">The entry as it came.</param>
/// <param name="Told">What it tells.</param>
internal sealed record LoggedEntry(SignedEntry Signed, StationLogEntry Told);

/// <summary>Tells a station's own log, whole and unaltered, from anything else.</summary>
internal static class GenuineLog
{
    /// <summary>Decides, before anything of the log is taken.</summary>
    /// <param name="station">The station, with its keys.</param>
    /// <param name="entries">The entries in their order.</param>
    /// <param name="head">How far the log is known.</param>
    /// <param name="known">The hashes of the entries that are known, by counter.</param>
    public static Result<IReadOnlyList<LoggedEntry>> Decide(
        Station station, IReadOnlyList<SignedEntry> entries, LogHead head, IReadOnlyDictionary<long, string> known)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count is 0 or > 200)
            return StationErrors.TooManyEntries;
        var read = new List<LoggedEntry>();
        LogHead? before = null;
        foreach (var (index, signed) in entries.Index())
        {
            if (JsonGuard.Check(Encoding.UTF8.GetBytes(signed.Content)) is not null
                || !StationLogEntry.Parse(signed.Content).TryGet(out var entry, out var fault))
            {
                return StationErrors.Forged(index, "The content is no entry of a log.");
            }

            if (Broken(station, signed, entry, before ?? head, known) is { } rule)
                return StationErrors.Forged(index, rule);
            before = new LogHead(entry.Counter, signed.Hash);
            read.Add(new LoggedEntry(signed, entry));
        }

        return Result.Of<IReadOnlyList<LoggedEntry>>(read);
    }

    /// <summary>
    /// Whether an entry of a genuine log bears no signature of a key that is still trusted. A revoked key keeps the chain genuine, so that the log
    /// goes on behind it; what it tells waits for a registrar.
    /// </summary>
    public static bool IsByRevokedKey(Station station, LoggedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(station);
        ArgumentNullException.ThrowIfNull(entry);
        return station.RevokedKeys.Count > 0
            && (!station.Keys.Any(key => !station.IsRevoked(key) && entry.Signed.IsByStation(key))
                || !station.OperatorKeys.Any(own =>
                    !station.IsRevoked(own.Key) && own.Operator.ToString() == entry.Told.Operator && entry.Signed.IsByOperator(own.Key)));
    }

    private static string? Broken(
        Station station, SignedEntry signed, StationLogEntry entry, LogHead before, IReadOnlyDictionary<long, string> known)
    {
        if (entry.Station != station.Id)
            return "The entry belongs to another station.";
        if (!station.Keys.Any(signed.IsByStation))
            return "The entry is not signed by a key of the station.";
        if (!station.OperatorKeys.Any(own => own.Operator.ToString() == entry.Operator && signed.IsByOperator(own.Key)))
            return "The entry is not signed by a key that the person enrolled at the station.";
        if (known.TryGetValue(entry.Counter, out var hash))
            return hash == signed.Hash ? null : "Another entry with this counter is known.";
        return before.Follow(entry, signed).TryGet(out _, out var fault) ? null : fault.Rule;
    }
}

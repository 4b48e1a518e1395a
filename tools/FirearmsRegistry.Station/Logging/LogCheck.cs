using System.Globalization;
using FirearmsRegistry.Marks.StationLogs;

namespace FirearmsRegistry.Station.Logging;

/// <summary>Checks a whole log: that each entry follows the one before it and bears the station's signature.</summary>
internal static class LogCheck
{
    /// <summary>What is wrong, in order; nothing where all is right. What follows a broken place is held against it as it stands.</summary>
    public static IEnumerable<string> Faults(IEnumerable<LoggedEntry> entries, Guid station, SigningKey stationKey)
    {
        var head = LogHead.Empty;
        foreach (var (signed, told) in entries)
        {
            if (told.Station != station)
                yield return Line(told, "belongs to another station");
            if (!signed.IsByStation(stationKey))
                yield return Line(told, "is not signed by the station's key");
            if (!head.Follow(told, signed).TryGet(out _, out var fault))
                yield return Line(told, fault.Rule);
            head = new LogHead(told.Counter, signed.Hash);
        }
    }

    private static string Line(StationLogEntry entry, string rule) => string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Counter}: {rule}");
}

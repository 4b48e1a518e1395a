using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.Logging;

/// <summary>Writes the log: chained, in the name of the person at the station, signed by both keys.</summary>
/// <param name="file">Where it is kept.</param>
/// <param name="station">The station.</param>
/// <param name="person">The person's user id.</param>
/// <param name="stationKey">The station's key.</param>
/// <param name="operatorKey">The person's key.</param>
/// <param name="clock">The station's clock.</param>
internal sealed class SigningLog(LogFile file, Guid station, string person, ECDsa stationKey, ECDsa operatorKey, StationClock clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _last;

    public LogFile File => file;

    /// <summary>Appends entries, all or none; they are on disk when this returns.</summary>
    /// <returns>The time of the last.</returns>
    public DateTimeOffset Append(params ReadOnlySpan<LogLine> lines)
    {
        lock (_lock)
        {
            var head = file.Head;
            var entries = new List<LoggedEntry>();
            foreach (var line in lines)
            {
                // A clock that was set back does not put an entry before the one that it follows.
                _last = clock.Now > _last ? clock.Now : _last;
                var told = new StationLogEntry(station, head.Counter + 1, head.Hash, _last, clock.UncertaintySeconds, person, line.Act, line.Job,
                    JsonSerializer.SerializeToElement(line.Body));
                var signed = SignedEntry.Sign(told, stationKey, operatorKey);
                entries.Add(new LoggedEntry(signed, told));
                head = new LogHead(told.Counter, signed.Hash);
            }

            file.Append(entries);
            return _last;
        }
    }
}

/// <summary>What an entry is to tell.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Job">The marking job.</param>
/// <param name="Body">The body of the REST call that tells the same.</param>
internal sealed record LogLine(StationAct Act, Guid? Job, JsonObject Body)
{
    public static LogLine Note(string text) => new(StationAct.Noted, null, new JsonObject { ["text"] = text });
}

using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Logging;

namespace FirearmsRegistry.Station.Marking;

/// <summary>
/// Keeps the frames of the job at hand in a file of their own until they are in the log, so that a run that is killed leaves what was
/// said over the line.
/// </summary>
internal sealed class FrameSpool(string folder, Guid station) : IFrameLog, IDisposable
{
    // What a job keeps at the registry, less some room; and what an entry of the log can hold.
    private const int MostFrames = 480;
    private const int MostBytes = 60 * 1024;
    private const int BytesOfPiece = 1_400;
    private const int CharactersOfEntry = StationLogEntry.LongestContent - 600;
    private const int CharactersAroundFrame = 90;

    private readonly Lock _lock = new();
    private StreamWriter? _file;
    private DateTimeOffset _last;

    /// <summary>Everything that follows belongs to this job.</summary>
    public void Begin(Guid job)
    {
        lock (_lock)
        {
            _file?.Dispose();
            Directory.CreateDirectory(folder);
            _file = new StreamWriter(PathOf(job), append: true) { AutoFlush = true };
        }
    }

    public void Record(RawFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        lock (_lock)
        {
            // The registry tells frames that it has from new ones by their time, so no two may have the same.
            _last = frame.At > _last ? frame.At : _last.AddTicks(1);
            _file?.WriteLine($"{_last:O} {Codes.Of(frame.Direction)} {Convert.ToHexStringLower(frame.Bytes.AsSpan())}");
        }
    }

    /// <summary>The frames of a job as lines of the log.</summary>
    public IReadOnlyList<LogLine> LinesOf(Guid job)
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }

        return File.Exists(PathOf(job)) ? [.. Pages(job, File.ReadLines(PathOf(job)).SelectMany(Pieces))] : [];
    }

    /// <summary>Forgets the frames of a job that are in the log.</summary>
    public void Forget(Guid job) => File.Delete(PathOf(job));

    public void Dispose() => _file?.Dispose();

    private string PathOf(Guid job) => Path.Combine(folder, $"{job}.frames");

    private IEnumerable<LogLine> Pages(Guid job, IEnumerable<JsonObject> frames)
    {
        var page = new JsonArray();
        var (characters, count, bytes) = (0, 0, 0);
        foreach (var frame in frames)
        {
            var length = frame["bytes"]!.GetValue<string>().Length;
            if (++count > MostFrames || (bytes += length / 2) > MostBytes)
                break;
            if (characters + length + CharactersAroundFrame > CharactersOfEntry)
            {
                yield return Line(job, page);
                (page, characters) = ([], 0);
            }

            page.Add(frame);
            characters += length + CharactersAroundFrame;
        }

        if (page.Count > 0)
            yield return Line(job, page);
    }

    private LogLine Line(Guid job, JsonArray page) =>
        new(StationAct.FramesRecorded, job, new JsonObject { ["stationId"] = station, ["frames"] = page });

    /// <summary>A frame in pieces that an entry can hold, a tick apart. A line that the end of the run cut short is left out.</summary>
    private static IEnumerable<JsonObject> Pieces(string line)
    {
        if (line.Split(' ') is not [var time, var direction, var hex] || hex.Length % 2 != 0
            || !DateTimeOffset.TryParseExact(time, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            yield break;
        }

        for (var (from, ticks) = (0, 0); from == 0 || from < hex.Length; (from, ticks) = (from + (2 * BytesOfPiece), ticks + 1))
        {
            yield return new JsonObject
            {
                ["at"] = at.AddTicks(ticks),
                ["direction"] = direction,
                ["bytes"] = hex[from..Math.Min(hex.Length, from + (2 * BytesOfPiece))],
            };
        }
    }
}

using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Logging;

namespace FirearmsRegistry.Station.Marking;

/// <summary>What the station's log tells of one job, folded from its entries.</summary>
/// <param name="OrderedHere">Whether it was ordered at the station, with a lent number.</param>
/// <param name="StartedAt">When the machine was about to be told to go; null where it never was.</param>
/// <param name="Outcome">What was said of the machine's work: <c>marked</c>, <c>not_marked</c> or <c>unknown_mark_state</c>; null where nothing was.</param>
/// <param name="ReadText">The text that was keyed last.</param>
/// <param name="ReadPayload">The payload that was read last.</param>
internal sealed record JobStory(
    bool OrderedHere = false, DateTimeOffset? StartedAt = null, string? Outcome = null, string? ReadText = null, string? ReadPayload = null)
{
    public const string Marked = "marked";

    public const string NotMarked = "not_marked";

    public const string Unknown = "unknown_mark_state";

    /// <summary>A start without an end: what is on the metal is not known.</summary>
    public bool WasInterrupted => StartedAt is not null && Outcome is null;

    /// <summary>Whether the machine may still be told to go.</summary>
    public bool MayStart => StartedAt is null && Outcome is null;

    /// <summary>Whether a reading is due.</summary>
    public bool IsReadingDue(StationJob job) => Outcome == Marked && !IsReadAsOrdered(job);

    public bool IsReadAsOrdered(StationJob job) => ReadText == job.Text && ReadPayload == job.Payload;

    /// <summary>Folds one entry.</summary>
    public JobStory With(StationLogEntry entry) => entry.Act switch
    {
        StationAct.Ordered => this with { OrderedHere = true },
        StationAct.Started => this with { StartedAt = entry.At },
        StationAct.Finished => this with { Outcome = entry.Body.GetProperty("outcome").GetString() },
        StationAct.ReadBack => this with
        {
            ReadText = entry.Body.GetProperty("keyedText").GetString(),
            ReadPayload = entry.Body.TryGetProperty("payload", out var payload) ? payload.GetString() : null,
        },
        StationAct.Claimed or StationAct.FramesRecorded or StationAct.Noted => this,
        _ => throw new InvalidOperationException($"An act that this program does not know: {entry.Act}."),
    };
}

/// <summary>The stories of all jobs; follows the log as it grows.</summary>
internal sealed class JobStories(LogFile file)
{
    private readonly Dictionary<Guid, JobStory> _stories = [];
    private long _read;

    public JobStory this[Guid job]
    {
        get
        {
            Follow();
            return _stories.GetValueOrDefault(job) ?? new JobStory();
        }
    }

    /// <summary>The jobs whose story is so.</summary>
    public IReadOnlyList<Guid> Where(Func<JobStory, bool> isSo)
    {
        Follow();
        return [.. _stories.Where(story => isSo(story.Value)).Select(story => story.Key)];
    }

    /// <summary>When the machine was told to go after a time; the end of times where it was not.</summary>
    public DateTimeOffset NextStartAfter(DateTimeOffset time)
    {
        Follow();
        return _stories.Values.Select(story => story.StartedAt).Where(at => at > time).Min() ?? DateTimeOffset.MaxValue;
    }

    private void Follow()
    {
        if (file.Head.Counter == _read)
            return;
        foreach (var entry in file.After(_read))
        {
            if (entry.Told.Job is { } job)
                _stories[job] = (_stories.GetValueOrDefault(job) ?? new JobStory()).With(entry.Told);
            _read = entry.Told.Counter;
        }
    }
}

using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Notices.Watching;

/// <summary>A watch on an arm, folded from its events; kept as a snapshot, which is also what its GET shows.</summary>
public sealed class FirearmWatch
{
    /// <summary>The watch's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The arm.</summary>
    public Guid FirearmId { get; set; }

    /// <summary>Why it is watched.</summary>
    public Note Reason { get; set; }

    /// <summary>The last day, UTC.</summary>
    public DateOnly Until { get; set; }

    /// <summary>The subject of the person who watches and is told.</summary>
    public string WatchedBy { get; set; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was ended before its last day.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it was ended.</summary>
    public Note? EndReason { get; set; }

    /// <summary>The moment at which a watch until a day is over.</summary>
    public static DateTimeOffset EndOf(DateOnly until) => new(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Whether the person is told of what happens at this moment.</summary>
    public bool IsInForce(DateTimeOffset at) => EndedAt is null && at < EndOf(Until);

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<FirearmWatchStarted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (FirearmId, Reason, Until) = (happened.Data.FirearmId, happened.Data.Reason, happened.Data.Until);
        (WatchedBy, StartedAt) = (happened.UserName ?? "", happened.Timestamp);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<FirearmWatchEnded> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (EndedAt, EndReason) = (happened.Timestamp, happened.Data.Reason);
    }
}

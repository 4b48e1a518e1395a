namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>
/// The clock in PostgreSQL's precision. A read model kept in the transaction of its events sees their time before the database has cut
/// it to microseconds; a rebuild sees it after that, and must find the same.
/// </summary>
internal sealed class MicrosecondTime(TimeProvider time) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}

namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>The machine's clock, which a test can move on.</summary>
public sealed class AdjustableTime : TimeProvider
{
    private long _offsetTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offsetTicks, by.Ticks);
}

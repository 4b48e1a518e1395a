namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>The machine's clock, which a test can move on, and hold.</summary>
public sealed class AdjustableTime : TimeProvider
{
    private long _offsetTicks;
    private long _heldTicks;

    public override DateTimeOffset GetUtcNow()
    {
        var held = Interlocked.Read(ref _heldTicks);
        var now = held == 0 ? base.GetUtcNow() : new DateTimeOffset(held, TimeSpan.Zero);
        return now + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offsetTicks, by.Ticks);

    /// <summary>Holds the clock until it is disposed of: whatever happens meanwhile happens at one moment, unless the clock is moved on.</summary>
    public IDisposable Hold()
    {
        Interlocked.Exchange(ref _heldTicks, base.GetUtcNow().UtcTicks);
        return new Held(this);
    }

    private sealed class Held(AdjustableTime time) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref time._heldTicks, 0);
    }
}

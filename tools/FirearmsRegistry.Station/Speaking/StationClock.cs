namespace FirearmsRegistry.Station.Speaking;

/// <summary>The station's clock, and how far it may be off since it last saw the registry's.</summary>
internal sealed class StationClock(TimeProvider time, ClockComparison? last = null)
{
    // A clock of a computer goes wrong by less than ten seconds a day; a clock that was never compared may be wrong by a day.
    private const double DriftPerSecond = 100e-6;
    private const double NeverCompared = 86_400;

    // The Date of an answer has no parts of a second.
    private const double HalfASecond = 0.5;

    private ClockComparison? _last = last;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The last comparison, to be kept over a restart.</summary>
    public ClockComparison? Last => _last;

    /// <summary>How far the clock may be off now, in seconds.</summary>
    public double UncertaintySeconds => _last is { } seen
        ? Math.Round(seen.MostSecondsOff + Math.Abs((Now - seen.At).TotalSeconds) * DriftPerSecond, 3)
        : NeverCompared;

    /// <summary>Compares with the time of an answer, given when the question left and the answer came.</summary>
    public void Heard(DateTimeOffset registry, DateTimeOffset asked, DateTimeOffset answered)
    {
        var half = (answered - asked).TotalSeconds / 2;
        var off = Math.Abs((registry.AddSeconds(HalfASecond) - asked.AddSeconds(half)).TotalSeconds);
        _last = new ClockComparison(answered, off + half + HalfASecond);
    }
}

/// <summary>What a comparison with the registry's clock showed.</summary>
/// <param name="At">When, by the station's clock.</param>
/// <param name="MostSecondsOff">How far off the station's clock was at the most, in seconds.</param>
internal sealed record ClockComparison(DateTimeOffset At, double MostSecondsOff);

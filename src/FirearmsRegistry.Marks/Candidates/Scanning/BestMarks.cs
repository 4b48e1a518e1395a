namespace FirearmsRegistry.Marks.Candidates.Scanning;

/// <summary>A mark that may be the one that was read.</summary>
/// <param name="Cost">What the differences cost, the description's among them.</param>
/// <param name="Mark">Its number.</param>
internal readonly record struct WeighedMark(int Cost, int Mark);

/// <summary>Keeps the best marks of a scan and counts the others by their cost. Not thread-safe: one for each thread, merged at the end.</summary>
internal sealed class BestMarks(int wanted)
{
    private readonly int[] _counts = new int[Weighing.Costs.Limit];
    private readonly List<WeighedMark> _kept = [];

    /// <summary>Marks that cost more are not among the best, whatever comes.</summary>
    public int Threshold { get; private set; } = Weighing.Costs.Limit - 1;

    /// <summary>How many marks cost this much; complete up to the threshold.</summary>
    public int CountOf(int cost) => _counts[cost];

    /// <summary>How many cost less.</summary>
    public int CountBelow(int cost) => _counts.AsSpan(0, cost).ToArray().Sum();

    public void Offer(int cost, int mark)
    {
        if (cost > Threshold)
            return;
        _counts[cost]++;
        _kept.Add(new WeighedMark(cost, mark));
        if (_kept.Count < 4 * wanted)
            return;
        Tighten();
    }

    /// <summary>Takes over what another thread found.</summary>
    public void Merge(BestMarks other)
    {
        for (var cost = 0; cost < _counts.Length; cost++)
            _counts[cost] += other._counts[cost];
        _kept.AddRange(other._kept);
        Threshold = Math.Min(Threshold, other.Threshold);
        Tighten();
    }

    /// <summary>The best, cheapest first, those of one cost in the order of their numbers.</summary>
    public IReadOnlyList<WeighedMark> Best()
    {
        Tighten();
        return _kept;
    }

    private void Tighten()
    {
        var (sum, threshold) = (0, 0);
        for (; threshold < Threshold && sum + _counts[threshold] < wanted; threshold++)
            sum += _counts[threshold];
        Threshold = threshold;
        _kept.Sort(static (one, other) => one.Cost != other.Cost ? one.Cost.CompareTo(other.Cost) : one.Mark.CompareTo(other.Mark));
        if (_kept.Count > wanted)
            _kept.RemoveRange(wanted, _kept.Count - wanted);
    }
}

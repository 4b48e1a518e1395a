using FirearmsRegistry.Marks.Candidates.Scanning;
using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>A mark in its rank.</summary>
/// <param name="Cost">As the scan weighed it.</param>
/// <param name="FineCost">The same in eighths of a natural logarithm without rounding.</param>
/// <param name="Mark">Its number.</param>
/// <param name="Alignment">How it became the reading.</param>
internal readonly record struct RankedMark(int Cost, double FineCost, int Mark, Alignment Alignment);

/// <summary>
/// The best marks of a scan, one of each arm, weighed once more without the rounding that lets the scan take 32 at a time: among a thousand
/// alike serials the rounding alone would put the right one behind others. An arm whose parts carry the same number counts once.
/// </summary>
internal sealed class RankedMarks
{
    // Sums of the same terms in another order.
    private const double Same = 1e-6;

    private readonly BestMarks _best;
    private readonly int[] _kept = new int[Costs.Limit];

    /// <param name="best">What the scan kept.</param>
    /// <param name="alignmentOf">Compares a mark with the reading.</param>
    /// <param name="armOf">The arm that carries a mark.</param>
    public RankedMarks(BestMarks best, Func<int, Alignment> alignmentOf, Func<int, int> armOf)
    {
        _best = best;
        var kept = best.Best();
        foreach (var mark in kept)
            _kept[mark.Cost]++;
        Marks = [.. kept.Select(mark => (mark.Cost, mark.Mark, Alignment: alignmentOf(mark.Mark)))
            .Select(one => new RankedMark(one.Cost, one.Cost + one.Alignment.Rounding, one.Mark, one.Alignment))
            .OrderBy(mark => mark.FineCost).ThenBy(mark => mark.Mark).DistinctBy(mark => armOf(mark.Mark))];
        Likelihood = Marks.Sum(mark => Of(mark.FineCost)) + Enumerable.Range(0, Costs.Limit).Sum(cost => Uncounted(cost) * Of(cost));
    }

    /// <summary>The best mark of each arm, best first, those that fit as well in the order of their numbers.</summary>
    public IReadOnlyList<RankedMark> Marks { get; }

    /// <summary>The likelihood of all arms that the scan counted: those that fit far worse are left out.</summary>
    public double Likelihood { get; }

    /// <summary>The likelihood of what costs this much.</summary>
    public static double Of(double cost) => Math.Exp(-cost / Costs.PerNat);

    /// <summary>How many other arms fit better.</summary>
    public int Better(RankedMark mark) => Marks.Count(other => other.FineCost < mark.FineCost - Same);

    /// <summary>How many other arms fit as well: the marks of the scan's last cost that it did not keep among them.</summary>
    public int AsGood(RankedMark mark) => Marks.Count(other => Math.Abs(other.FineCost - mark.FineCost) <= Same) - 1 + Uncounted(mark.Cost);

    private int Uncounted(int cost) => cost <= _best.Threshold ? _best.CountOf(cost) - _kept[cost] : 0;
}

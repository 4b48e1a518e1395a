namespace FirearmsRegistry.Benchmarks.Measuring;

/// <summary>What several rounds measured: the middle, and how far the rounds lie apart.</summary>
/// <param name="Median">The middle value.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Greatest">The largest.</param>
internal sealed record Spread(double Median, double Least, double Greatest)
{
    public static Spread Of(IReadOnlyCollection<double> values) => new(Statistics.Quantile(values, 0.5), values.Min(), values.Max());
}

/// <summary>Order statistics.</summary>
internal static class Statistics
{
    /// <summary>The smallest value that this share of all values does not exceed; between the two middle ones for an even median.</summary>
    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        var rank = (int)Math.Ceiling(share * sorted.Length);
        return share is 0.5 && sorted.Length % 2 == 0 ? (sorted[rank - 1] + sorted[rank]) / 2 : sorted[Math.Max(rank, 1) - 1];
    }
}

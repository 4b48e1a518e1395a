using System.Globalization;

namespace FirearmsRegistry.Benchmarks.Tracing.Damaging;

/// <summary>What one character may be seen as, with probabilities that add up to one.</summary>
internal sealed class WeightedCharacters
{
    private readonly (char Seen, double Probability)[] _seen;

    private WeightedCharacters((char, double)[] seen) => _seen = seen;

    /// <summary>Reads entries such as <c>O:38 D:16</c>; weights need not add up to anything.</summary>
    public static WeightedCharacters Parse(string entries)
    {
        var pairs = entries.Split(' ').Select(entry => entry.Split(':'))
            .Select(pair => (Seen: pair[0][0], Weight: double.Parse(pair[1], CultureInfo.InvariantCulture))).ToArray();
        var sum = pairs.Sum(pair => pair.Weight);
        return new WeightedCharacters([.. pairs.Select(pair => (pair.Seen, pair.Weight / sum))]);
    }

    public double ProbabilityOf(char seen)
    {
        foreach (var one in _seen)
        {
            if (one.Seen == seen)
                return one.Probability;
        }

        return 0;
    }

    public char Draw(Random random)
    {
        var left = random.NextDouble();
        foreach (var (seen, probability) in _seen)
        {
            left -= probability;
            if (left < 0)
                return seen;
        }

        return _seen[^1].Seen;
    }
}

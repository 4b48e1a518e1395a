using System.Globalization;

namespace FirearmsRegistry.Benchmarks.Tracing.Damaging;

/// <summary>What one character may be seen as, with probabilities that add up to one.</summary>
internal sealed class WeightedCharacters
{
    private readonly (char Seen, double Probability)[] _seen;

    private WeightedCharacters((char, double)[] seen) => _seen = seen;

    public IEnumerable<char> All => _seen.Select(one => one.Seen);

    /// <summary>Reads entries such as <c>O:38 D:16 rest:17</c>, the rest being spread over the characters given.</summary>
    public static WeightedCharacters Parse(string entries, string over)
    {
        var pairs = entries.Split(' ').Select(entry => entry.Split(':'))
            .Select(pair => (Name: pair[0], Weight: double.Parse(pair[1], CultureInfo.InvariantCulture))).ToArray();
        var sum = pairs.Sum(pair => pair.Weight);
        var named = pairs.Where(pair => pair.Name != "rest").Select(pair => (pair.Name[0], pair.Weight / sum)).ToList();
        var others = over.Where(character => named.TrueForAll(one => one.Item1 != character)).ToArray();
        var rest = pairs.FirstOrDefault(pair => pair.Name == "rest").Weight / sum;
        return new WeightedCharacters([.. named, .. others.Select(character => (character, rest / others.Length)).Where(one => one.Item2 > 0)]);
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

using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Benchmarks.Tracing.Damaging;

/// <summary>
/// The written tables from which damage is drawn: a table of confusions, which is the search's own or one that it does not know, and
/// <c>scripts.csv</c> beside this file.
/// </summary>
internal sealed class DamageTables(ConfusionTable confusions)
{
    public const string Alphabet = ConfusionTable.Alphabet;

    /// <summary>By script, how it writes each character.</summary>
    public IReadOnlyDictionary<string, Dictionary<char, WeightedCharacters>> Scripts { get; } = ReadScripts();

    public static int CodeOf(char character) => Alphabet.IndexOf(character, StringComparison.Ordinal);

    /// <summary>The table of confusions that the search does not know.</summary>
    public static ConfusionTable ForeignConfusions()
    {
        using var reader = Open("foreign-confusions.csv");
        return ConfusionTable.Read(reader);
    }

    /// <summary>The probability that a misread character is read as this one.</summary>
    public double Misread(int marked, int seen) => confusions.Probability(marked, seen);

    public char DrawMisread(char marked, Random random)
    {
        var (row, left) = (CodeOf(marked), random.NextDouble());
        var last = row;
        for (var seen = 0; seen < Alphabet.Length && left >= 0; seen++)
        {
            var probability = confusions.Probability(row, seen);
            left -= probability;
            last = probability > 0 ? seen : last;
        }

        return Alphabet[last];
    }

    private static Dictionary<string, Dictionary<char, WeightedCharacters>> ReadScripts()
    {
        using var reader = Open("scripts.csv");
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .GroupBy(line => line[0]).ToDictionary(script => script.Key, script => script.ToDictionary(line => line[1][0], line => WeightedCharacters.Parse(line[2])));
    }

    private static StreamReader Open(string file) => new(typeof(DamageTables).Assembly.GetManifestResourceStream($"tracing/{file}")
        ?? throw new InvalidOperationException($"{file} is not embedded."));
}

namespace FirearmsRegistry.Benchmarks.Tracing.Damaging;

/// <summary>The written tables from which damage is drawn: <c>confusion.csv</c> and <c>scripts.csv</c> beside this file.</summary>
internal sealed class DamageTables
{
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly double[,] _misread = new double[Alphabet.Length, Alphabet.Length];
    private readonly Dictionary<char, WeightedCharacters> _confusion;

    private DamageTables(Dictionary<char, WeightedCharacters> confusion, Dictionary<string, Dictionary<char, WeightedCharacters>> scripts)
    {
        (_confusion, Scripts) = (confusion, scripts);
        foreach (var (marked, seen) in confusion)
        {
            foreach (var character in seen.All)
                _misread[CodeOf(marked), CodeOf(character)] = seen.ProbabilityOf(character);
        }
    }

    /// <summary>By script, how it writes each character.</summary>
    public IReadOnlyDictionary<string, Dictionary<char, WeightedCharacters>> Scripts { get; }

    public static DamageTables Load() => new(
        Lines("confusion.csv").Select(line => line.Split(',')).ToDictionary(
            line => line[0][0], line => WeightedCharacters.Parse(line[1], Alphabet.Replace(line[0], "", StringComparison.Ordinal))),
        Lines("scripts.csv").Select(line => line.Split(',')).GroupBy(line => line[0]).ToDictionary(
            script => script.Key, script => script.ToDictionary(line => line[1][0], line => WeightedCharacters.Parse(line[2], ""))));

    public static int CodeOf(char character) => Alphabet.IndexOf(character, StringComparison.Ordinal);

    /// <summary>The probability that a misread character is read as this one.</summary>
    public double Misread(int marked, int seen) => _misread[marked, seen];

    public char DrawMisread(char marked, Random random) => _confusion[marked].Draw(random);

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(DamageTables).Assembly.GetManifestResourceStream($"tracing/{file}")
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }
}

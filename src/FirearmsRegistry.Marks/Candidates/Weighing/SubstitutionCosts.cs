using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Candidates.Weighing;

/// <summary>
/// What it costs that a character of the mark was read as another one. Each character that was misread was misread as something: the
/// probabilities of what it was read as add up to one, so that a character with one look-alike is taken for that one more often than one
/// with three is taken for each.
/// </summary>
internal static class SubstitutionCosts
{
    private const double ShareOfClass = 0.55;
    private const double ShareOfSimilar = 0.15;
    private const double ShareOfSimilarAlone = 0.3;
    private const int Digits = 10;
    private const int Letters = 26;

    // Fainter likenesses than the confusion classes: strokes lost or filled.
    private static readonly string[] Similar =
    [
        "38", "08", "06", "68", "56", "89", "4A", "49", "1T", "1J", "7T", "7Y", "27", "CG", "CO", "C6", "EF", "FP", "PR", "BR", "KX", "KR",
        "HN", "HM", "VY", "XY", "UJ", "DB", "S8", "3B", "BE", "3E", "GO", "AR", "HA", "TY", "35",
    ];

    private static readonly byte[] Table = Build();

    /// <summary>The most that one of a confusion class adds: the largest class has four.</summary>
    public static int MostOfLookAlike { get; } = (int)Math.Round(-Math.Log(ShareOfClass / 3) * Costs.PerNat);

    /// <summary>The costs of having read a character, by the code of the mark's character.</summary>
    public static ReadOnlySpan<byte> OfReading(int code) => Table.AsSpan(code * MarkSymbols.Codes, MarkSymbols.Codes);

    private static byte[] Build()
    {
        var table = new byte[MarkSymbols.Codes * MarkSymbols.Codes];
        for (var read = 0; read < MarkSymbols.Codes; read++)
        {
            for (var marked = 0; marked < MarkSymbols.Codes; marked++)
                table[read * MarkSymbols.Codes + marked] = Cost(read, marked);
        }

        return table;
    }

    private static byte Cost(int read, int marked)
    {
        if (read == marked)
            return 0;
        var probability = Probability(read, marked);
        return (byte)(Costs.Wrong + (int)Math.Round(-Math.Log(probability) * Costs.PerNat));
    }

    /// <summary>How probably a misread character is read as this one.</summary>
    private static double Probability(int read, int marked)
    {
        if (!MarkSymbols.IsLatin(read) || !MarkSymbols.IsLatin(marked))
            return 1.0 / (Digits + Letters);
        var (seen, meant) = (MarkSymbols.CharacterOf(read), MarkSymbols.CharacterOf(marked));
        var mates = Mates(meant);
        var similar = SimilarTo(meant);
        var ofClass = mates.Length == 0 ? 0 : ShareOfClass;
        var ofSimilar = similar.Length == 0 ? 0 : mates.Length == 0 ? ShareOfSimilarAlone : ShareOfSimilar;
        if (mates.Contains(seen, StringComparison.Ordinal))
            return ofClass / mates.Length;
        var rest = 1 - ofClass - ofSimilar;
        var others = rest / (Digits + Letters - 1 - mates.Length - similar.Length);
        return similar.Contains(seen, StringComparison.Ordinal) ? Math.Max(ofSimilar / similar.Length, others) : others;
    }

    private static string Mates(char meant) =>
        string.Concat(ConfusionClasses.All.Where(group => group.Contains(meant, StringComparison.Ordinal)).SelectMany(group => group).Where(other => other != meant));

    private static string SimilarTo(char meant) =>
        string.Concat(Similar.Where(pair => pair.Contains(meant, StringComparison.Ordinal)).SelectMany(pair => pair).Where(other => other != meant));
}

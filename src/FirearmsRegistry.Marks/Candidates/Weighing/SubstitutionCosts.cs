namespace FirearmsRegistry.Marks.Candidates.Weighing;

/// <summary>
/// What it costs that a character of the mark was misread as just this one, by <see cref="ConfusionTable.Written"/>; that a character was
/// misread at all is weighed by <see cref="Costs.Wrong"/>.
/// </summary>
internal static class SubstitutionCosts
{
    // A table that says "never" is not believed: the rarest confusion is one of a thousand.
    private const double Rarest = 0.001;

    private static readonly byte[] Table = Build();

    /// <summary>The most that a look-alike costs: one in ten.</summary>
    public static int MostOfLookAlike { get; } = Costs.OfProbability(0.1);

    /// <summary>The costs of having read a character, by the code of the mark's character; zero for itself.</summary>
    public static ReadOnlySpan<byte> OfReading(int code) => Table.AsSpan(code * MarkSymbols.Codes, MarkSymbols.Codes);

    /// <summary>The same for one character without rounding.</summary>
    public static double ExactlyOf(int read, int marked) => read == marked ? 0 : Costs.ExactlyOfProbability(Probability(read, marked));

    private static byte[] Build()
    {
        var table = new byte[MarkSymbols.Codes * MarkSymbols.Codes];
        for (var read = 0; read < MarkSymbols.Codes; read++)
        {
            for (var marked = 0; marked < MarkSymbols.Codes; marked++)
                table[read * MarkSymbols.Codes + marked] = read == marked ? (byte)0 : (byte)Costs.OfProbability(Probability(read, marked));
        }

        return table;
    }

    private static double Probability(int read, int marked) => MarkSymbols.IsLatin(read) && MarkSymbols.IsLatin(marked)
        ? Math.Max(ConfusionTable.Written.Probability(marked, read), Rarest)
        : 1.0 / ConfusionTable.Alphabet.Length;
}

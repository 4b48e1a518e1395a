using System.Runtime.Intrinsics;

using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Marks.Candidates.Scanning;

/// <summary>The costs of a reading by its rows: row i stands after i of its characters.</summary>
/// <remarks>
/// One set of numbers for the scan of all marks by vectors and for the alignment of one by plain numbers, so that both say the same.
/// </remarks>
internal sealed class ReadingWeights
{
    public ReadingWeights(ReadTokens reading)
    {
        Tokens = reading.Tokens;
        var rows = Tokens.Count + 1;
        AddedBefore = new byte[rows];
        AddedAfter = new byte[rows];
        Free = new bool[rows];
        Free[^1] = reading.FreeAtEnd;
        for (var i = 0; i < rows; i++)
        {
            // At most half of what was read may lie outside the mark: else any mark would fit a short reading.
            AddedBefore[i] = Added(i, Costs.PrefixAdded, Costs.PerAddedToPrefix);
            AddedAfter[i] = Added(rows - 1 - i, Costs.SuffixAdded, Costs.PerAddedToSuffix);
            if (i < rows - 1)
                Free[i] = Tokens[i].Free;
        }

        (SuffixLost, PerLostOfSuffix) = reading.FreeAtEnd ? ((byte)0, (byte)0) : (Costs.AmongOthers(Costs.SuffixLost), (byte)Costs.PerLostOfSuffix);
        Wrong = Costs.Wrong(Tokens.Count);
        FirstWrongMore = (byte)Costs.FurtherWrongSaves(Tokens.Count);
        Alone = [.. Tokens.Select(token => (byte[])[.. token.Cost.Select(cost => (byte)(cost < Costs.Damage ? cost : cost - FirstWrongMore))])];
        AmongOthers = [.. Tokens.Select(token => (byte[])[.. token.Cost.Select(cost => Costs.AmongOthers(cost))])];
        Extra = [.. Tokens.Select(token => Costs.AmongOthers(token.Extra))];
        TablesAlone = new Vector256<byte>[Tokens.Count * TablesPerToken];
        TablesAmongOthers = new Vector256<byte>[Tokens.Count * TablesPerToken];
        for (var i = 0; i < Tokens.Count; i++)
        {
            Spread(Alone[i], TablesAlone.AsSpan(i * TablesPerToken, TablesPerToken));
            Spread(AmongOthers[i], TablesAmongOthers.AsSpan(i * TablesPerToken, TablesPerToken));
        }

        Pairs = [.. Tokens.Select(token => token.Pairs is { } pair ? new PairTables(pair.First, pair.Second, Wrong) : null)];
    }

    /// <summary>Tables of sixteen entries that hold the costs of one character.</summary>
    public const int TablesPerToken = MarkSymbols.Codes / 16;

    public IReadOnlyList<ReadToken> Tokens { get; }

    /// <summary>What it costs that the reading's first characters stand before the mark.</summary>
    public byte[] AddedBefore { get; }

    /// <summary>What it costs that the reading's characters from this row on stand behind the mark.</summary>
    public byte[] AddedAfter { get; }

    /// <summary>Whether any number of the mark's characters may lie at this row.</summary>
    public bool[] Free { get; }

    public byte SuffixLost { get; }

    public byte PerLostOfSuffix { get; }

    /// <summary>What it costs that one character is wrong, before it is asked which one is read instead.</summary>
    public int Wrong { get; }

    /// <summary>What the first wrong character costs more than each further one.</summary>
    public byte FirstWrongMore { get; }

    /// <summary>The costs of each character where wrong characters are the only damage, as of a further one.</summary>
    public byte[][] Alone { get; }

    /// <summary>The costs of each character among other differences.</summary>
    public byte[][] AmongOthers { get; }

    /// <summary>What it costs that the mark has nothing in the place of each character.</summary>
    public byte[] Extra { get; }

    /// <summary><see cref="Alone"/> as look-up tables, each twice for the two halves of a vector.</summary>
    public Vector256<byte>[] TablesAlone { get; }

    /// <summary>The same for <see cref="AmongOthers"/>.</summary>
    public Vector256<byte>[] TablesAmongOthers { get; }

    /// <summary>Two symbols that stand for one character of the reading; null for most characters.</summary>
    public PairTables?[] Pairs { get; }

    /// <summary>What it costs that the mark's first characters are not in the reading.</summary>
    public byte LostBefore(int count) => Free[0] || count == 0 ? (byte)0 : Costs.LostBefore(count);

    /// <summary>What a character costs without rounding, the place left out, and whether it is a wrong one.</summary>
    public (double Cost, bool IsWrong) ExactlyAt(int token, byte marked)
    {
        var cost = Tokens[token].Cost[marked];
        if (cost < Costs.Damage)
            return (cost, false);
        return Tokens[token].Read is { } read && cost == Wrong + SubstitutionCosts.OfReading(read)[marked]
            ? (SubstitutionCosts.ExactlyOf(read, marked), true)
            : (cost - Wrong, true);
    }

    /// <summary>The least that a mark of this length can cost.</summary>
    public int LeastOf(int length)
    {
        var difference = length - Tokens.Count;
        if (difference > 0)
            difference -= Math.Min(difference, Pairs.Count(pair => pair is not null));
        if (difference == 0 || (difference > 0 && Array.Exists(Free, free => free)))
            return 0;
        return difference > 0
            ? Math.Min(Costs.MissingLetter * difference, Math.Min(Costs.PrefixLost + Costs.PerLostOfPrefix * difference, Costs.SuffixLost + Costs.PerLostOfSuffix * difference))
            : Math.Min(Costs.ExtraEmbeddedLetter * -difference, Costs.PrefixAdded + Costs.PerAddedToPrefix * -difference);
    }

    private byte Added(int count, int once, int each) =>
        count == 0 ? (byte)0 : count > Tokens.Count / 2 ? byte.MaxValue : Costs.Add(Costs.AmongOthers(once), each * count);

    private static void Spread(ReadOnlySpan<byte> costs, Span<Vector256<byte>> tables)
    {
        for (var t = 0; t < tables.Length; t++)
        {
            var part = Vector128.Create(costs.Slice(t * 16, 16));
            tables[t] = Vector256.Create(part, part);
        }
    }

    /// <summary>The costs of two symbols in a row.</summary>
    internal sealed class PairTables
    {
        public PairTables(byte first, byte second, int wrong)
        {
            Fill(First, first, wrong);
            Fill(Second, second, wrong);
            FirstTables = new Vector256<byte>[TablesPerToken];
            SecondTables = new Vector256<byte>[TablesPerToken];
            Spread(First, FirstTables);
            Spread(Second, SecondTables);
        }

        public byte[] First { get; } = new byte[MarkSymbols.Codes];

        public byte[] Second { get; } = new byte[MarkSymbols.Codes];

        public Vector256<byte>[] FirstTables { get; }

        public Vector256<byte>[] SecondTables { get; }

        private static void Fill(Span<byte> costs, byte read, int wrong)
        {
            for (var code = 0; code < costs.Length; code++)
                costs[code] = code == read ? (byte)0 : Costs.AmongOthers(SubstitutionCosts.OfReading(read)[code] + wrong);
        }
    }
}

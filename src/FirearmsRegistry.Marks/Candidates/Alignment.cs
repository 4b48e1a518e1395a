using FirearmsRegistry.Marks.Candidates.Scanning;
using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>
/// Weighs one mark as <see cref="BlockScan"/> weighs many, and tells by which differences: for the few candidates that are shown.
/// </summary>
internal sealed class Alignment
{
    private const int Never = int.MaxValue / 4;

    private readonly ReadingWeights _weights;
    private readonly byte[] _mark;
    private readonly int[,] _costs;

    public Alignment(ReadingWeights weights, byte[] mark)
    {
        _weights = weights;
        _mark = mark;
        _costs = new int[Rows, mark.Length + 1];
        Fill();
    }

    /// <summary>The least sum of costs; saturated as the scan's is.</summary>
    public int Cost => Math.Min(Math.Min(OnlyWrong(), Costs.WithoutFirst(Math.Min(BestEnd().Cost, byte.MaxValue))), byte.MaxValue);

    /// <summary>
    /// What wrong characters cost more, or less, than the scan's rounded sum, in the same unit, and less than one for other spellings beyond
    /// those that the scan counts; zero where the damage is of another kind, whose costs are a single one or none that anybody knows so finely.
    /// </summary>
    public double Rounding => Cost > 0 && OnlyWrong() is var sum && sum == Cost ? WrongExactly() - sum : FurtherSpellings(BestEnd().Cost);

    private static double FurtherSpellings(int sum) => sum is > Costs.Damage and < Costs.Damage + Costs.Mixed ? (sum - Costs.Damage) / (double)(Costs.Mixed + 1) : 0;

    private int Rows => _weights.Tokens.Count + 1;

    /// <summary>The differences in the order of the mark.</summary>
    public IReadOnlyList<ComparedCharacter> Compare()
    {
        var (cost, i, j) = BestEnd();
        if (OnlyWrong() <= Costs.WithoutFirst(cost))
            return [.. _mark.Select((marked, at) => new ComparedCharacter(_weights.Tokens[at].Place, Text(marked), Outcome(at + 1, at + 1)))];
        var compared = new List<ComparedCharacter>();
        for (var after = _mark.Length; after > j; after--)
            compared.Add(Only(_mark[after - 1], _weights.Free[^1] ? CharacterOutcome.Unreadable : CharacterOutcome.Missing));
        for (var after = Rows - 1; after > i; after--)
            compared.Add(new ComparedCharacter(_weights.Tokens[after - 1].Place, null, CharacterOutcome.Extra));
        while (i > 0 && j > 0)
            Step(compared, ref i, ref j);
        for (; j > 0; j--)
            compared.Add(Only(_mark[j - 1], _weights.Free[0] ? CharacterOutcome.Unreadable : CharacterOutcome.Missing));
        for (; i > 0; i--)
            compared.Add(new ComparedCharacter(_weights.Tokens[i - 1].Place, null, CharacterOutcome.Extra));
        compared.Reverse();
        return compared;
    }

    private static ComparedCharacter Only(byte marked, CharacterOutcome outcome) => new(null, Text(marked), outcome);

    private static string Text(params ReadOnlySpan<byte> symbols)
    {
        var text = "";
        foreach (var symbol in symbols)
            text += MarkSymbols.CharacterOf(symbol);
        return text;
    }

    private void Fill()
    {
        for (var i = 0; i < Rows; i++)
            _costs[i, 0] = _weights.AddedBefore[i];
        for (var j = 1; j <= _mark.Length; j++)
        {
            _costs[0, j] = _weights.LostBefore(j);
            for (var i = 1; i < Rows; i++)
                _costs[i, j] = Math.Min(Math.Min(Paired(i, j), Swapped(i, j)), Math.Min(Matched(i, j), Math.Min(Missed(i, j), Added(i, j))));
        }
    }

    private int OnlyWrong() =>
        _mark.Length == _weights.Tokens.Count ? _weights.FirstWrongMore + _mark.Select((marked, at) => (int)_weights.Alone[at][marked]).Sum() : byte.MaxValue;

    private double WrongExactly()
    {
        var (sum, wrong) = (0.0, 0);
        for (var at = 0; at < _mark.Length; at++)
        {
            var (exact, isWrong) = _weights.ExactlyAt(at, _mark[at]);
            sum += exact;
            wrong += isWrong ? 1 : 0;
        }

        return sum + Costs.WrongPlaces(_mark.Length, wrong);
    }

    private int Wrong(int i, int j) => _weights.AmongOthers[i - 1][_mark[j - 1]];

    private int Matched(int i, int j) => _costs[i - 1, j - 1] + Wrong(i, j);

    private int Missed(int i, int j) =>
        _costs[i, j - 1] + (_weights.Free[i] ? 0 : Costs.AmongOthers(MarkSymbols.IsDigit(_mark[j - 1]) ? Costs.MissingDigit : Costs.MissingLetter));

    private int Added(int i, int j) => _costs[i - 1, j] + _weights.Extra[i - 1];

    private int Swapped(int i, int j) => i > 1 && j > 1 ? _costs[i - 2, j - 2] + Wrong(i, j - 1) + Wrong(i - 1, j) + Costs.AmongOthers(Costs.Transposed) : Never;

    private int Paired(int i, int j) => j > 1 && _weights.Pairs[i - 1] is { } pair
        ? _costs[i - 1, j - 2] + pair.First[_mark[j - 2]] + pair.Second[_mark[j - 1]] + Costs.AmongOthers(Costs.Transliterated)
        : Never;

    private (int Cost, int Row, int Column) BestEnd()
    {
        var best = (Cost: _costs[Rows - 1, _mark.Length], Row: Rows - 1, Column: _mark.Length);
        for (var j = 0; j < _mark.Length; j++)
        {
            var cost = _costs[Rows - 1, j] + _weights.SuffixLost + (_mark.Length - j) * _weights.PerLostOfSuffix;
            if (cost < best.Cost)
                best = (cost, Rows - 1, j);
        }

        for (var i = Rows / 2; i < Rows - 1; i++)
        {
            var cost = _costs[i, _mark.Length] + _weights.AddedAfter[i];
            if (cost < best.Cost)
                best = (cost, i, _mark.Length);
        }

        return best;
    }

    private void Step(List<ComparedCharacter> compared, ref int i, ref int j)
    {
        var cost = _costs[i, j];
        var place = _weights.Tokens[i - 1].Place;
        if (cost == Matched(i, j))
            compared.Add(new ComparedCharacter(place, Text(_mark[--j]), Outcome(i--, j + 1)));
        else if (cost == Swapped(i, j))
        {
            compared.Add(new ComparedCharacter(place, Text(_mark[j - 2]), CharacterOutcome.Transposed));
            compared.Add(new ComparedCharacter(_weights.Tokens[i - 2].Place, Text(_mark[j - 1]), CharacterOutcome.Transposed));
            (i, j) = (i - 2, j - 2);
        }
        else if (cost == Paired(i, j))
        {
            compared.Add(new ComparedCharacter(place, Text(_mark.AsSpan(j - 2, 2)), CharacterOutcome.Agrees));
            (i, j) = (i - 1, j - 2);
        }
        else if (cost == Missed(i, j))
        {
            compared.Add(Only(_mark[j - 1], _weights.Free[i] ? CharacterOutcome.Unreadable : CharacterOutcome.Missing));
            j--;
        }
        else
        {
            compared.Add(new ComparedCharacter(place, null, CharacterOutcome.Extra));
            i--;
        }
    }

    private CharacterOutcome Outcome(int i, int j)
    {
        var wrong = _weights.Tokens[i - 1].Cost[_mark[j - 1]];
        return !_weights.Tokens[i - 1].Readable ? CharacterOutcome.Unreadable
            : wrong <= Costs.Transliterated ? CharacterOutcome.Agrees
            : wrong <= _weights.Wrong + SubstitutionCosts.MostOfLookAlike ? CharacterOutcome.LooksAlike
            : CharacterOutcome.Differs;
    }
}

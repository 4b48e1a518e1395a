using System.Numerics;
using System.Runtime.Intrinsics;
using FirearmsRegistry.Benchmarks.Tracing.Damaging;

namespace FirearmsRegistry.Benchmarks.Tracing.Ranking;

/// <summary>Where the right arm stands.</summary>
/// <param name="Better">How many arms are more probable.</param>
/// <param name="AsGood">How many others are exactly as probable.</param>
internal readonly record struct Standing(int Better, int AsGood)
{
    /// <summary>The probability that it is among the first, when those of one probability are put in random order.</summary>
    public double RecallAt(int first) => Math.Clamp((double)(first - Better) / (AsGood + 1), 0, 1);
}

/// <summary>
/// The best that any search can do: it knows which kind of damage befell the mark and the very probabilities from which it was drawn, and
/// compares the posterior of the right arm with that of every arm of the register, all being as probable before.
/// </summary>
internal sealed class IdealRanker
{
    private const int Places = 16;
    private const double SameRatio = 1e-9;

    private readonly DamageTables _tables;
    private readonly Dictionary<int, Group[]> _byLength;

    /// <param name="tables">The probabilities.</param>
    /// <param name="letters">The letters and digits of each arm's serial.</param>
    /// <param name="makers">Each arm's maker.</param>
    public IdealRanker(DamageTables tables, IReadOnlyList<string> letters, IReadOnlyList<string> makers)
    {
        _tables = tables;
        _byLength = Enumerable.Range(0, letters.Count).GroupBy(arm => letters[arm].Length).ToDictionary(
            group => group.Key,
            group => group.GroupBy(arm => makers[arm]).Select(arms => new Group(arms.Key, [.. arms.Select(arm => Pack(letters[arm]))])).ToArray());
    }

    /// <summary>Where the arm with these letters stands for a mark; only among arms of the maker, where one is given.</summary>
    public Standing Rank(DamageKind kind, DamagedMark mark, string right, string? maker)
    {
        var reading = new Reading(_tables, kind, mark);
        var own = reading.Likelihood(Pack(right), right.Length);
        if (own <= 0)
            throw new InvalidOperationException($"{kind} does not lead from {right} to {mark.Letters}.");
        var (better, equal) = (0, -1);
        foreach (var length in reading.Lengths)
        {
            if (!_byLength.TryGetValue(length, out var groups))
                continue;
            foreach (var group in groups)
            {
                if (maker is null || group.Maker == maker)
                    reading.Count(group.Serials, length, own, ref better, ref equal);
            }
        }

        return new Standing(better, equal);
    }

    /// <summary>
    /// The same for a ranker that is not told the kind of damage, which nobody who reads a mark is: each kind that can lead to such a reading
    /// is as probable as the others.
    /// </summary>
    public Standing RankUntold(DamageKind kind, DamagedMark mark, string right, string? maker)
    {
        if (kind is DamageKind.TwoUnreadable or DamageKind.WrongScript)
            return Rank(kind, mark, right, maker);
        Reading[] readings =
        [
            new(_tables, DamageKind.OneWrong, mark), new(_tables, DamageKind.TwoWrong, mark), new(_tables, DamageKind.PrefixLost, mark),
            new(_tables, DamageKind.Transposed, mark),
        ];
        var own = readings.Where(reading => reading.Lengths.Contains(right.Length)).Sum(reading => reading.Likelihood(Pack(right), right.Length));
        var (better, equal) = (0, -1);
        foreach (var length in readings.SelectMany(reading => reading.Lengths).Distinct())
        {
            var possible = Array.FindAll(readings, reading => reading.Lengths.Contains(length));
            foreach (var group in _byLength.GetValueOrDefault(length, []))
            {
                if (maker is not null && group.Maker != maker)
                    continue;
                foreach (var serial in group.Serials)
                {
                    var likelihood = 0.0;
                    foreach (var reading in possible)
                        likelihood += reading.Likelihood(serial, length);
                    Compare(likelihood, own, ref better, ref equal);
                }
            }
        }

        return new Standing(better, equal);
    }

    private static void Compare(double likelihood, double own, ref int better, ref int equal)
    {
        if (likelihood == 0)
            return;
        if (Math.Abs(likelihood - own) <= own * SameRatio)
            equal++;
        else if (likelihood > own)
            better++;
    }

    /// <summary>Letters as numbers, the last one in the last place.</summary>
    private static Vector128<byte> Pack(string letters)
    {
        Span<byte> packed = stackalloc byte[Places];
        packed.Fill(byte.MaxValue);
        for (var i = 0; i < letters.Length; i++)
            packed[Places - letters.Length + i] = (byte)DamageTables.CodeOf(letters[i]);
        return Vector128.Create(packed);
    }

    private sealed record Group(string Maker, Vector128<byte>[] Serials);

    /// <summary>A damaged mark, and how probably a serial becomes it.</summary>
    private sealed class Reading
    {
        private readonly DamageTables _tables;
        private readonly DamageKind _kind;
        private readonly int _length;
        private readonly Vector128<byte> _packed;
        private readonly uint _places;
        private readonly uint _read;
        private readonly double[][]? _written;

        public Reading(DamageTables tables, DamageKind kind, DamagedMark mark)
        {
            (_tables, _kind, _length) = (tables, kind, mark.Letters.Length);
            _places = (uint)(0xFFFF << (Places - _length)) & 0xFFFF;
            _read = _places;
            for (var i = 0; i < _length; i++)
            {
                if (mark.Letters[i] == '?')
                    _read &= ~(1u << (Places - _length + i));
            }

            _packed = mark.Script is null ? Pack(mark.Letters) : default;
            _written = mark.Script is { } script ? [.. mark.Letters.Select(seen => Written(tables, script, seen))] : null;
        }

        public IEnumerable<int> Lengths => _kind == DamageKind.PrefixLost ? [_length + 1, _length + 2, _length + 3] : [_length];

        public double Likelihood(Vector128<byte> serial, int length) => _kind switch
        {
            DamageKind.WrongScript => OfScript(serial),
            DamageKind.PrefixLost => (Different(serial) & _places) == 0 && length - _length <= MarkDamage.PrefixChoices(length)
                ? 1.0 / MarkDamage.PrefixChoices(length) : 0,
            DamageKind.TwoUnreadable => (Different(serial) & _read) == 0 ? 1 : 0,
            DamageKind.Transposed => OfTransposition(serial, Different(serial) & _places),
            DamageKind.OneWrong => OfMisread(serial, Different(serial) & _places, 1),
            _ => OfMisread(serial, Different(serial) & _places, 2),
        };

        public void Count(Vector128<byte>[] serials, int length, double own, ref int better, ref int equal)
        {
            foreach (var serial in serials)
                Compare(Likelihood(serial, length), own, ref better, ref equal);
        }

        private static double[] Written(DamageTables tables, string script, char seen) => [.. DamageTables.Alphabet.Select(marked =>
            tables.Scripts[script].TryGetValue(marked, out var writing) ? writing.ProbabilityOf(seen) : marked == seen ? 1.0 : 0)];

        private uint Different(Vector128<byte> serial) => ~Vector128.Equals(serial, _packed).ExtractMostSignificantBits() & 0xFFFF;

        private double OfMisread(Vector128<byte> serial, uint different, int wrong)
        {
            if (BitOperations.PopCount(different) != wrong)
                return 0;
            var likelihood = wrong == 1 ? 1.0 / _length : 2.0 / (_length * (_length - 1));
            for (; different != 0; different &= different - 1)
            {
                var place = BitOperations.TrailingZeroCount(different);
                likelihood *= _tables.Misread(serial[place], _packed[place]);
            }

            return likelihood;
        }

        private double OfTransposition(Vector128<byte> serial, uint different)
        {
            var at = BitOperations.TrailingZeroCount(different);
            if (different == 0 || different != 3u << at || serial[at] != _packed[at + 1] || serial[at + 1] != _packed[at])
                return 0;
            var choices = 0;
            for (var i = Places - _length; i < Places - 1; i++)
                choices += serial[i] != serial[i + 1] ? 1 : 0;
            return 1.0 / choices;
        }

        private double OfScript(Vector128<byte> serial)
        {
            var likelihood = 1.0;
            for (var i = 0; i < _length && likelihood > 0; i++)
                likelihood *= _written![i][serial[Places - _length + i]];
            return likelihood;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Marks.Candidates.Scanning;

/// <summary>
/// Weighs a reading against 32 marks of one length at a time: the least sum of costs over all ways in which the marks may have become the
/// reading, by dynamic programming with one mark in each byte of a vector. Not thread-safe: it keeps its rows.
/// </summary>
internal sealed class BlockScan
{
    private static readonly Vector256<byte> Transposed = Vector256.Create(Costs.AmongOthers(Costs.Transposed));
    private static readonly Vector256<byte> Transliterated = Vector256.Create(Costs.AmongOthers(Costs.Transliterated));

    private static readonly Vector256<byte> Mixed = Vector256.Create((byte)Costs.Mixed);
    private static readonly Vector256<byte> Damage = Vector256.Create((byte)Costs.Damage);

    private readonly ReadingWeights _weights;
    private readonly Vector256<byte>[] _rows;
    private readonly bool _hasPairs;

    public BlockScan(ReadingWeights weights)
    {
        _weights = weights;
        _rows = new Vector256<byte>[(weights.Tokens.Count + 1) * 5];
        _hasPairs = Array.Exists(weights.Pairs, pair => pair is not null);
    }

    /// <summary>The costs of the 32 marks.</summary>
    /// <param name="block">Their symbols, place by place, 32 to each.</param>
    /// <param name="length">Of the marks.</param>
    public Vector256<byte> Score(ReadOnlySpan<byte> block, int length)
    {
        var rows = _weights.Tokens.Count + 1;
        Span<Vector256<byte>> before = _rows.AsSpan(0, rows), last = _rows.AsSpan(rows, rows), now = _rows.AsSpan(2 * rows, rows),
            lastWrong = _rows.AsSpan(3 * rows, rows), wrong = _rows.AsSpan(4 * rows, rows);
        for (var i = 0; i < rows; i++)
            last[i] = Vector256.Create(_weights.AddedBefore[i]);
        var lastColumn = default(SymbolColumn);
        var perLost = Vector256.Create(_weights.PerLostOfSuffix);
        var lost = Vector256.Create(_weights.SuffixLost);
        var endLost = Vector256<byte>.AllBitsSet;
        var onlyWrong = length == rows - 1 ? Vector256.Create(_weights.FirstWrongMore) : Vector256<byte>.AllBitsSet;
        for (var j = 1; j <= length; j++)
        {
            var symbols = Vector256.Create(block.Slice((j - 1) * LengthBucket.Lanes, LengthBucket.Lanes));
            var column = new SymbolColumn(symbols);
            if (length == rows - 1)
                onlyWrong = Vector256.AddSaturate(onlyWrong, column.LookUp(Of(_weights.TablesAlone, j)));
            endLost = Vector256.AddSaturate(Vector256.Min(endLost, Vector256.AddSaturate(last[rows - 1], lost)), perLost);
            now[0] = Vector256.Create(_weights.LostBefore(j));
            FillColumn(column, MissingOf(symbols), before, last, now, lastWrong, wrong, j);
            if (_hasPairs && j > 1)
                FillPairs(lastColumn, column, before, now);
            lastColumn = column;
            var free = before;
            before = last;
            last = now;
            now = free;
            var spare = lastWrong;
            lastWrong = wrong;
            wrong = spare;
        }

        var best = Vector256.Min(endLost, last[rows - 1]);
        for (var i = rows / 2; i < rows - 1; i++)
            best = Vector256.Min(best, Vector256.AddSaturate(last[i], Vector256.Create(_weights.AddedAfter[i])));
        return Vector256.Min(onlyWrong, WithoutFirst(best));
    }

    /// <summary><see cref="Costs.WithoutFirst"/> of 32 sums.</summary>
    private static Vector256<byte> WithoutFirst(Vector256<byte> sums) => Vector256.ConditionalSelect(
        Vector256.Equals(sums, Vector256<byte>.AllBitsSet), sums,
        Vector256.Max(Vector256.Min(sums, Damage), Vector256.SubtractSaturate(sums, Mixed)));

    private static ReadOnlySpan<Vector256<byte>> Of(ReadOnlySpan<Vector256<byte>> tables, int row) =>
        tables.Slice((row - 1) * ReadingWeights.TablesPerToken, ReadingWeights.TablesPerToken);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> MissingOf(Vector256<byte> symbols) => Vector256.ConditionalSelect(
        Vector256.LessThan(symbols, Vector256.Create((byte)10)), Vector256.Create(Costs.AmongOthers(Costs.MissingDigit)), Vector256.Create(Costs.AmongOthers(Costs.MissingLetter)));

    private void FillColumn(
        SymbolColumn column, Vector256<byte> missing, ReadOnlySpan<Vector256<byte>> before, ReadOnlySpan<Vector256<byte>> last,
        Span<Vector256<byte>> now, ReadOnlySpan<Vector256<byte>> lastWrong, Span<Vector256<byte>> wrong, int j)
    {
        ReadOnlySpan<Vector256<byte>> tables = _weights.TablesAmongOthers;
        var above = now[0];
        var wrongAbove = Vector256<byte>.AllBitsSet;
        for (var i = 1; i < now.Length; i++)
        {
            var here = column.LookUp(Of(tables, i));
            wrong[i] = here;
            var best = Vector256.AddSaturate(last[i - 1], here);
            best = Vector256.Min(best, Vector256.AddSaturate(last[i], _weights.Free[i] ? Vector256<byte>.Zero : missing));
            best = Vector256.Min(best, Vector256.AddSaturate(above, Vector256.Create(_weights.Extra[i - 1])));
            if (i > 1 && j > 1)
            {
                var swapped = Vector256.AddSaturate(Vector256.AddSaturate(lastWrong[i], wrongAbove), Transposed);
                best = Vector256.Min(best, Vector256.AddSaturate(before[i - 2], swapped));
            }

            now[i] = best;
            above = best;
            wrongAbove = here;
        }
    }

    /// <summary>Lets one character of the reading stand for two of the mark; costs that follow from it in the same column are left out.</summary>
    private void FillPairs(SymbolColumn first, SymbolColumn second, ReadOnlySpan<Vector256<byte>> before, Span<Vector256<byte>> now)
    {
        for (var i = 1; i < now.Length; i++)
        {
            if (_weights.Pairs[i - 1] is not { } pair)
                continue;
            var both = Vector256.AddSaturate(first.LookUp(pair.FirstTables), second.LookUp(pair.SecondTables));
            now[i] = Vector256.Min(now[i], Vector256.AddSaturate(before[i - 1], Vector256.AddSaturate(both, Transliterated)));
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FirearmsRegistry.Marks.Candidates.Scanning;

/// <summary>The symbols that 32 marks have at one place, ready to be looked up in tables of sixteen entries.</summary>
internal readonly struct SymbolColumn
{
    private readonly Vector256<byte> _low;
    private readonly Vector256<byte> _middle;
    private readonly Vector256<byte> _high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SymbolColumn(Vector256<byte> symbols)
    {
        _low = Within(symbols);
        _middle = Within(symbols - Vector256.Create((byte)16));
        _high = Within(symbols - Vector256.Create((byte)32));
    }

    /// <summary>The 32 costs, from three tables of sixteen entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<byte> LookUp(ReadOnlySpan<Vector256<byte>> tables) =>
        LookUp(tables[0], _low) | LookUp(tables[1], _middle) | LookUp(tables[2], _high);

    /// <summary>An index outside the table gets its highest bit, for which both x86 and Arm look up zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Within(Vector256<byte> index) =>
        index | (Vector256.GreaterThan(index, Vector256.Create((byte)15)) & Vector256.Create((byte)0x80));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LookUp(Vector256<byte> table, Vector256<byte> index) => Avx2.IsSupported
        ? Avx2.Shuffle(table, index)
        : Vector256.Create(
            Vector128.ShuffleNative(table.GetLower(), index.GetLower()), Vector128.ShuffleNative(table.GetUpper(), index.GetUpper()));
}

namespace FirearmsRegistry.Marks.Candidates.Scanning;

/// <summary>
/// The symbols of all marks of one length, in blocks of 32 marks: first the first symbols of all, then the second ones. A mark that is
/// taken out leaves its lane empty for the next one.
/// </summary>
internal sealed class LengthBucket(int length)
{
    /// <summary>Marks in a block, and bytes in a vector.</summary>
    public const int Lanes = 32;

    /// <summary>Stands for no mark.</summary>
    public const int Empty = -1;

    private byte[] _symbols = [];
    private int[] _marks = [];
    private readonly Stack<int> _emptied = [];

    /// <summary>The length of its marks in symbols.</summary>
    public int Length => length;

    /// <summary>Lanes in use, emptied ones among them.</summary>
    public int Count { get; private set; }

    public int Blocks => (Count + Lanes - 1) / Lanes;

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => _symbols.LongLength + _marks.LongLength * sizeof(int);

    public ReadOnlySpan<byte> Symbols(int block) => _symbols.AsSpan(block * Lanes * length, Lanes * length);

    public ReadOnlySpan<int> Marks(int block) => _marks.AsSpan(block * Lanes, Lanes);

    /// <summary>Adds a mark and tells its lane.</summary>
    public int Add(ReadOnlySpan<byte> symbols, int mark)
    {
        if (!_emptied.TryPop(out var lane))
        {
            lane = Count++;
            if (lane == _marks.Length)
                Grow();
        }

        _marks[lane] = mark;
        var at = lane / Lanes * Lanes * length + lane % Lanes;
        for (var i = 0; i < length; i++)
            _symbols[at + i * Lanes] = symbols[i];
        return lane;
    }

    public void Remove(int lane)
    {
        _marks[lane] = Empty;
        _emptied.Push(lane);
    }

    /// <summary>The symbols of one mark.</summary>
    public byte[] SymbolsOf(int lane)
    {
        var symbols = new byte[length];
        for (var i = 0; i < length; i++)
            symbols[i] = _symbols[lane / Lanes * Lanes * length + lane % Lanes + i * Lanes];
        return symbols;
    }

    private void Grow()
    {
        // A quarter at a time: a register of millions must not keep as much again in reserve.
        var lanes = (_marks.Length + Math.Max(_marks.Length / 4, Lanes) + Lanes - 1) / Lanes * Lanes;
        var from = _marks.Length;
        Array.Resize(ref _marks, lanes);
        Array.Resize(ref _symbols, lanes * length);
        _marks.AsSpan(from).Fill(Empty);
        _symbols.AsSpan(from * length).Fill(MarkSymbols.Nothing);
    }
}

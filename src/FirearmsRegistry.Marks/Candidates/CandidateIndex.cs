using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Candidates.Scanning;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>
/// The marks and descriptions of all arms of a register in memory, packed so that a search can weigh every one of them. Arms have the
/// numbers 0, 1, 2 … in the order in which they were added.
/// </summary>
/// <remarks>
/// Not thread-safe while it changes; any number of searches may read it at once. About 40 bytes for an arm with one mark of eight characters.
/// </remarks>
public sealed class CandidateIndex
{
    private const int None = -1;

    private readonly LengthBucket?[] _buckets = new LengthBucket?[MarkSymbols.MaxLength + 1];
    private readonly DescriptionTables _tables = new();
    private Arm[] _arms = [];
    private Mark[] _marks = [];
    private readonly Stack<int> _emptied = [];
    private int _used;

    /// <summary>How many arms there are.</summary>
    public int Arms { get; private set; }

    /// <summary>How many marks there are; one in another script may count twice.</summary>
    public int Marks => _used - _emptied.Count;

    /// <summary>Bytes of memory for arms and marks, the names of makers and models left out.</summary>
    public long Bytes => _buckets.Sum(bucket => bucket?.Bytes ?? 0) + _arms.LongLength * Arm.Size + _marks.LongLength * Mark.Size;

    internal DescriptionTables Tables => _tables;

    internal IEnumerable<LengthBucket> Buckets => _buckets.OfType<LengthBucket>();

    /// <summary>Adds an arm and tells its number.</summary>
    public int AddArm(ArmDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (Arms == _arms.Length)
            Array.Resize(ref _arms, Grown(_arms.Length));
        _arms[Arms] = new Arm { Description = _tables.Pack(description), FirstMark = None };
        return Arms++;
    }

    /// <summary>Replaces what is said of an arm.</summary>
    public void Describe(int arm, ArmDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        Known(arm).Description = _tables.Pack(description);
    }

    /// <summary>Adds a mark to an arm; a text without letters and digits is left out.</summary>
    /// <param name="arm">The arm's number.</param>
    /// <param name="text">The text as marked.</param>
    /// <param name="role">What the mark is to the arm.</param>
    /// <param name="tag">A number of the caller's, given back with candidates.</param>
    /// <returns>Whether there was anything to add.</returns>
    public bool AddMark(int arm, string text, MarkRole role, int tag = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = Known(arm);
        var added = Add(arm, MarkSymbols.Of(text), role, tag);
        if (MarkSymbols.OfSound(text) is { } sound)
            added |= Add(arm, sound, role, tag);
        return added;
    }

    /// <summary>Takes all marks of an arm out; the next ones take their places.</summary>
    /// <returns>Their tags, each once.</returns>
    public IReadOnlyCollection<int> ClearMarks(int arm)
    {
        var tags = new HashSet<int>();
        for (var mark = Known(arm).FirstMark; mark != None; mark = _marks[mark].Next)
        {
            _buckets[_marks[mark].Length]!.Remove(_marks[mark].Lane);
            _emptied.Push(mark);
            tags.Add(_marks[mark].Tag);
        }

        _arms[arm].FirstMark = None;
        return tags;
    }

    /// <summary>What is said of an arm.</summary>
    public ArmDescription DescriptionOf(int arm) => _tables.Unpack(Known(arm).Description);

    internal IEnumerable<Mark> MarksOf(int arm)
    {
        for (var mark = Known(arm).FirstMark; mark != None; mark = _marks[mark].Next)
            yield return _marks[mark];
    }

    internal ref readonly Mark MarkAt(int mark) => ref _marks[mark];

    internal ref readonly PackedDescription PackedOf(int arm) => ref _arms[arm].Description;

    internal byte[] SymbolsOf(in Mark mark) => _buckets[mark.Length]!.SymbolsOf(mark.Lane);

    private static int Grown(int length) => length + Math.Max(length / 4, 64);

    private bool Add(int arm, byte[] symbols, MarkRole role, int tag)
    {
        if (symbols.Length == 0)
            return false;
        if (!_emptied.TryPop(out var mark))
        {
            mark = _used++;
            if (mark == _marks.Length)
                Array.Resize(ref _marks, Grown(_marks.Length));
        }

        var bucket = _buckets[symbols.Length] ??= new LengthBucket(symbols.Length);
        _marks[mark] = new Mark(arm, bucket.Add(symbols, mark), _arms[arm].FirstMark, tag, (byte)symbols.Length, role);
        _arms[arm].FirstMark = mark;
        return true;
    }

    private ref Arm Known(int arm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(arm);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(arm, Arms);
        return ref _arms[arm];
    }

    private struct Arm
    {
        public const int Size = 24;

        public PackedDescription Description;

        public int FirstMark;
    }

    /// <summary>A mark: its arm, its lane in the bucket of its length, the arm's next mark.</summary>
    internal readonly record struct Mark(int Arm, int Lane, int Next, int Tag, byte Length, MarkRole Role)
    {
        public const int Size = 24;
    }
}

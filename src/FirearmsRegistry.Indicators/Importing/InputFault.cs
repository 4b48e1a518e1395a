namespace FirearmsRegistry.Indicators.Importing;

/// <summary>What is wrong, or doubtful, at one place of a file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The field in the line, from 1; the first where the line is meant as a whole.</param>
/// <param name="Name">The column's name in the header; none where it has none.</param>
/// <param name="Reason">The broken rule and the value seen, as one sentence for the person who made the file.</param>
public sealed record InputFault(long Line, int Column, string? Name, string Reason)
{
    /// <summary>The place and the reason, to stand behind the file's name.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"line {Line}, column {Column}{(Name is null ? "" : $" ({Name})")}: {Reason}");
}

/// <summary>A file as read: all of it, or what is wrong with it and nothing else.</summary>
/// <typeparam name="T">One thing that the file holds.</typeparam>
/// <param name="Items">What the file holds; empty where there is a fault, so that nothing is taken by half.</param>
/// <param name="Faults">What is wrong, in the order of the file, up to <see cref="MostFaults"/>.</param>
/// <param name="FaultsInAll">How many faults there are in all.</param>
/// <param name="Warnings">What is taken but does not add up or is told apart by hand only.</param>
public sealed record InputReading<T>(
    IReadOnlyList<T> Items, IReadOnlyList<InputFault> Faults, long FaultsInAll, IReadOnlyList<InputFault> Warnings)
{
    /// <summary>So many faults are told one by one; a file with a wrong column has one in each line.</summary>
    public const int MostFaults = 50;

    /// <summary>Whether the file can be used.</summary>
    public bool IsOk => FaultsInAll == 0;
}

/// <summary>Collects what is wrong with a file while it is read.</summary>
internal sealed class InputFaults
{
    private readonly List<InputFault> _faults = [];
    private readonly List<InputFault> _warnings = [];

    public long Count { get; private set; }

    public void Add(InputFault fault)
    {
        Count++;
        if (_faults.Count < InputReading<object>.MostFaults)
            _faults.Add(fault);
    }

    public void Warn(InputFault warning) => _warnings.Add(warning);

    public InputReading<T> Reading<T>(IReadOnlyList<T> items) => new(Count == 0 ? items : [], _faults, Count, _warnings);
}

namespace FirearmsRegistry.Registry.Figures.Tabulating;

/// <summary>What one row of the query counts.</summary>
internal enum TallyKind
{
    /// <summary>Everything recorded for the year, whatever its intake.</summary>
    Items,
    Arms,
    Antiques,
    Duplicates,
    Cases,
    Parts,
    Ammunition,
    Type,
    Marking,
    Location,
    Condition,
    Justification,
    Offence,
    Line,
}

/// <summary>One row of the query.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Category">The code as the register keeps it; null where there is none.</param>
/// <param name="Count">How many.</param>
/// <param name="Administrative">How many of them were seized for an administrative violation only.</param>
/// <param name="HighestSequence">The highest event sequence among them.</param>
internal sealed record ItemTally(TallyKind Kind, string? Category, long Count, long Administrative, long HighestSequence = 0);

/// <summary>Brings the query's rows into the questionnaire's categories.</summary>
internal sealed class TallySums
{
    private readonly ILookup<TallyKind, ItemTally> _tallies;

    public TallySums(IReadOnlyList<ItemTally> tallies)
    {
        _tallies = tallies.ToLookup(tally => tally.Kind);
        AnyItem = _tallies[TallyKind.Items].Any(tally => tally.Count > 0);
        HighestSequence = AnyItem ? tallies.Max(tally => tally.HighestSequence) : null;
    }

    public bool AnyItem { get; }

    public long? HighestSequence { get; }

    public CountedAndApart Total(TallyKind kind)
    {
        var cell = Cell("", _tallies[kind]);
        return new CountedAndApart(cell.Count, cell.Administrative);
    }

    public IafqTable Table(IafqBreakdown breakdown)
    {
        var byCategory = _tallies[breakdown.Kind].ToLookup(tally => breakdown.CategoryOf(tally.Category));
        return new IafqTable(breakdown.By, breakdown.AddsUp, [.. breakdown.Categories.Select(code => Cell(code, byCategory[code]))]);
    }

    private IafqCell Cell(string code, IEnumerable<ItemTally> tallies)
    {
        var counted = tallies.ToList();
        return AnyItem
            ? new IafqCell(code, counted.Sum(tally => tally.Count), counted.Sum(tally => tally.Administrative))
            : new IafqCell(code, null, null);
    }
}

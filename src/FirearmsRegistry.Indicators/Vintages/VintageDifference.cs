using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Vintages;

/// <summary>What became of a figure from one vintage to the next.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum FigureChange
{
    /// <summary>It is in the later vintage alone.</summary>
    Added,

    /// <summary>It is in the earlier vintage alone.</summary>
    Removed,

    /// <summary>A count, the value or the formula is another.</summary>
    Revised,
}

/// <summary>One line of a tracing table in two vintages.</summary>
/// <param name="Line">The line's column name, such as <c>t1.3</c>.</param>
/// <param name="Before">The count before; null is not reported.</param>
/// <param name="After">The count after.</param>
public sealed record LineChange(string Line, long? Before, long? After);

/// <summary>A figure that is not the same in two vintages.</summary>
/// <param name="Key">What it is a figure of.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is; null where it is gone.</param>
/// <param name="Lines">The lines that changed.</param>
/// <param name="FormulaChanged">Whether the formula is another one, so that the values cannot be compared.</param>
/// <param name="SourceChanged">Whether it rests on another source: then no item caused it.</param>
public sealed record FigureDifference(
    VintageKey Key, FigureChange Change, VintageFigure? Before, VintageFigure? After, IReadOnlyList<LineChange> Lines, bool FormulaChanged,
    bool SourceChanged = false);

/// <summary>An item that caused a difference.</summary>
/// <param name="Item">The item.</param>
/// <param name="Year">The year in which it counts; its year before where it is gone.</param>
/// <param name="Before">The version of its record before; null where it is new.</param>
/// <param name="After">The version after; null where it is gone.</param>
public sealed record ItemDifference(Guid Item, int Year, long? Before, long? After);

/// <summary>All that differs between two vintages of one State, and the items that caused it.</summary>
/// <param name="Before">The label of the earlier vintage.</param>
/// <param name="After">The label of the later.</param>
/// <param name="Figures">The figures that differ, in the order of their keys.</param>
/// <param name="Items">
/// The items that are new, gone, or in another version, in the years of those figures; none in a year that rests on another source.
/// </param>
public sealed record VintageDifference(
    string Before, string After, IReadOnlyList<FigureDifference> Figures, IReadOnlyList<ItemDifference> Items)
{
    /// <summary>Compares two vintages.</summary>
    /// <exception cref="ArgumentException">They are of different States.</exception>
    public static VintageDifference Between(FrozenVintage before, FrozenVintage after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Content.Country != after.Content.Country)
            throw new ArgumentException("The vintages are of different States.", nameof(after));
        FigureDifference[] figures =
            [.. before.Content.Figures.Concat(after.Content.Figures).Select(figure => figure.Key).Distinct()
                .OrderBy(key => key.Year).ThenBy(key => key.Intake).ThenBy(key => key.Variant)
                .Select(key => Difference(key, before.Find(key), after.Find(key))).OfType<FigureDifference>()];
        var years = figures.Where(figure => !figure.SourceChanged).Select(figure => figure.Key.Year).ToHashSet();
        return new(before.Content.Label, after.Content.Label, figures, [.. ItemDifferences(before.Content.Inputs, after.Content.Inputs, years)]);
    }

    private static FigureDifference? Difference(VintageKey key, VintageFigure? before, VintageFigure? after) => (before, after) switch
    {
        _ when before == after => null,
        (null, _) => new(key, FigureChange.Added, null, after, Lines(null, after?.Counts), false),
        (_, null) => new(key, FigureChange.Removed, before, null, Lines(before?.Counts, null), false),
        _ => new(key, FigureChange.Revised, before, after, Lines(before.Counts, after.Counts), before.FormulaId != after.FormulaId,
            before.Source != after.Source),
    };

    private static IReadOnlyList<LineChange> Lines(OutcomeCounts? before, OutcomeCounts? after) =>
        [.. CountLines.Of(before ?? OutcomeCounts.NotReported).Zip(CountLines.Of(after ?? OutcomeCounts.NotReported))
            .Where(line => line.First.Count != line.Second.Count)
            .Select(line => new LineChange(line.First.Column, line.First.Count, line.Second.Count))];

    /// <summary>An item that went from one year to another belongs to both.</summary>
    private static IEnumerable<ItemDifference> ItemDifferences(
        IReadOnlyList<InputVersion> before, IReadOnlyList<InputVersion> after, HashSet<int> years)
    {
        var (then, now) = (before.ToDictionary(input => input.Item), after.ToDictionary(input => input.Item));
        foreach (var item in then.Keys.Union(now.Keys).Order())
        {
            var (was, isNow) = (then.GetValueOrDefault(item), now.GetValueOrDefault(item));
            if (was != isNow && new[] { was, isNow }.OfType<InputVersion>().Any(input => years.Contains(input.Year)))
                yield return new(item, (isNow ?? was)!.Year, was?.Version, isNow?.Version);
        }
    }
}

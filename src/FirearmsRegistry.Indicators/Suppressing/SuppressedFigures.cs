using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;

namespace FirearmsRegistry.Indicators.Suppressing;

/// <summary>
/// The figures of a vintage that the public may not see. A figure is two integers and their share, and the variants of an intake share their
/// lines: their differences are counts too (arms that could be traced and were not; arms of a legitimate owner and those without unique
/// marks). So many figures are told as leave every small count of an intake, shown or computed, in the dark; that of all intakes only
/// where each of the three is told, since it is their sum.
/// </summary>
public static class SuppressedFigures
{
    private const string Numerator = "numerator";

    // What is kept longest comes first: the published series before the formula of the metadata's text, and that before the optional one.
    private static readonly IndicatorVariant[][] Choices =
    [
        [IndicatorVariant.PotentiallyTraceable, IndicatorVariant.MetadataLiteral, IndicatorVariant.UniquelyIdentifiable],
        [IndicatorVariant.PotentiallyTraceable, IndicatorVariant.MetadataLiteral],
        [IndicatorVariant.PotentiallyTraceable, IndicatorVariant.UniquelyIdentifiable],
        [IndicatorVariant.PotentiallyTraceable],
        [IndicatorVariant.MetadataLiteral, IndicatorVariant.UniquelyIdentifiable],
        [IndicatorVariant.MetadataLiteral],
        [IndicatorVariant.UniquelyIdentifiable],
        [],
    ];

    // Of two integers whose lines are among each other's, the difference is a count.
    private static readonly (string Greater, string Lesser)[] Differences =
    [
        .. from one in LinesOfIntegers()
           from other in LinesOfIntegers()
           where other.Value.IsProperSubsetOf(one.Value)
           select (one.Key, other.Key),
    ];

    /// <summary>Finds them.</summary>
    /// <param name="figures">All figures of one vintage.</param>
    /// <param name="threshold">Counts from 1 to below this are small; at least 2.</param>
    public static IReadOnlySet<VintageKey> In(IReadOnlyList<VintageFigure> figures, int threshold)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        var suppressed = new HashSet<VintageKey>();
        foreach (var year in figures.GroupBy(figure => figure.Key.Year))
        {
            foreach (var intake in year.Where(figure => figure.Key.Intake is not FigureIntake.All).GroupBy(figure => figure.Key.Intake))
            {
                var told = Told(intake.First().Counts, [.. intake.Select(figure => figure.Key.Variant)], threshold);
                suppressed.UnionWith(intake.Select(figure => figure.Key).Where(key => !told.Contains(key.Variant)));
            }

            suppressed.UnionWith(year.Select(figure => figure.Key)
                .Where(key => key.Intake is FigureIntake.All && suppressed.Any(other => other.Year == key.Year && other.Variant == key.Variant)).ToArray());
        }

        return suppressed;
    }

    /// <summary>The variants of one intake that may be told.</summary>
    /// <param name="counts">The lines that its figures rest on.</param>
    /// <param name="variants">The variants that there are.</param>
    /// <param name="threshold">Counts from 1 to below this are small; at least 2.</param>
    public static IReadOnlyList<IndicatorVariant> Told(OutcomeCounts counts, IReadOnlyList<IndicatorVariant> variants, int threshold)
    {
        var table = TableOf(counts);
        return Choices.First(choice => choice.All(variants.Contains) && IsSafe(table, choice, threshold));
    }

    /// <summary>
    /// The lines of an intake, the integers of its figures as they are published, and what a reader gets by taking one of them from another. A line
    /// that was not reported is taken for zero, which points to no case either; a total that was reported beside its detail, or without, for a count by itself.
    /// </summary>
    internal static CountTable TableOf(OutcomeCounts counts)
    {
        var cells = OutcomeLines.All.ToDictionary(line => line.Code(), line => counts[line] ?? 0);
        var sums = new List<CountSum>();
        foreach (var group in GroupTotal.Of(counts))
        {
            var bound = group.Bind(group.Code, [.. group.Lines.Select(line => new CountCell(line.Code(), cells[line.Code()]))]);
            foreach (var cell in bound.Cells)
                cells.Add(cell.Id, cell.Count);
            sums.AddRange(bound.Sums);
        }

        Sum(Numerator, Codes(IndicatorFormulas.NumeratorLines));
        Sum($"{IndicatorVariant.PotentiallyTraceable}", Codes(IndicatorVariant.PotentiallyTraceable.DenominatorLines()));
        Sum($"{IndicatorVariant.UniquelyIdentifiable}", [GroupTotal.Unique]);
        Sum($"{IndicatorVariant.MetadataLiteral}", [GroupTotal.Unique, GroupTotal.NotUnique, OutcomeLine.MarkingUnknown.Code()]);
        foreach (var (greater, lesser) in Differences)
        {
            // A reported total may be less than what should be a part of it.
            var (more, less) = cells[greater] < cells[lesser] ? (lesser, greater) : (greater, lesser);
            var name = $"{more}-{less}";
            cells[name] = cells[more] - cells[less];
            sums.Add(new CountSum(more, [less, name]));
        }

        return new CountTable([.. cells.Select(cell => new CountCell(cell.Key, cell.Value))], sums);

        void Sum(string name, string[] parts)
        {
            cells[name] = parts.Sum(part => cells[part]);
            sums.Add(new CountSum(name, parts));
        }

        static string[] Codes(IEnumerable<OutcomeLine> lines) => [.. lines.Select(line => line.Code())];
    }

    /// <summary>Whether nothing small is told, and nothing small can be told from what is.</summary>
    internal static bool IsSafe(CountTable table, IReadOnlyList<IndicatorVariant> told, int threshold)
    {
        HashSet<string> shown = told.Count == 0 ? [] : [Numerator, .. told.Select(variant => $"{variant}")];
        CellStatus[] statuses = [.. table.Cells.Select(cell => shown.Contains(cell.Id) ? CellStatus.Shown : IsSmall(cell) ? CellStatus.Primary : CellStatus.Complementary)];
        var readers = new ReaderKnowledge(table, statuses);
        return table.Cells.Index().Where(cell => IsSmall(cell.Item))
            .All(cell => statuses[cell.Index] is CellStatus.Primary && readers.Leaves(cell.Index, threshold - 1));

        bool IsSmall(CountCell cell) => cell.Count > 0 && cell.Count < threshold;
    }
    private static Dictionary<string, HashSet<OutcomeLine>> LinesOfIntegers() =>
        Enum.GetValues<IndicatorVariant>().Select(variant => ($"{variant}", variant.DenominatorLines()))
            .Append((Numerator, IndicatorFormulas.NumeratorLines)).ToDictionary(integer => integer.Item1, integer => integer.Item2.ToHashSet());
}

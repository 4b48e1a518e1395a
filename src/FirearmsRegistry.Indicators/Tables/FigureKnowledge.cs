using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Suppressing;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Tables;

/// <summary>The integers of a figure that everybody can read.</summary>
/// <param name="Variant">Its formula.</param>
/// <param name="Numerator">The numerator.</param>
/// <param name="Denominator">The denominator.</param>
public sealed record ToldFigure(IndicatorVariant Variant, long? Numerator, long? Denominator);

/// <summary>
/// What the public knows of an intake from its figures beside the questionnaire's tables. The tables count every arm of a line; the figures
/// leave out antiques and administrative seizures. So the one less the other is a count too, of what was left out.
/// </summary>
/// <param name="Intake">Whose arms.</param>
/// <param name="Source">From which source the figures count, as the tables name theirs.</param>
/// <param name="Counts">The lines that the figures rest on.</param>
/// <param name="NumeratorTold">Whether readers know their numerator.</param>
/// <param name="DenominatorsTold">Of which formulas readers know their denominator.</param>
public sealed record FigureKnowledge(
    FigureIntake Intake, string Source, OutcomeCounts Counts, bool NumeratorTold, IReadOnlySet<IndicatorVariant> DenominatorsTold)
{
    /// <summary>
    /// What is known from the figures of the vintages that everybody can read, and would be known from all figures of these counts that may be told. An
    /// integer that was published of other counts, and is another one, says nothing of these.
    /// </summary>
    /// <param name="intake">Whose arms.</param>
    /// <param name="source">From which source the figures count.</param>
    /// <param name="counts">The lines that the figures rest on.</param>
    /// <param name="threshold">Counts from 1 to below this are small; at least 2.</param>
    /// <param name="published">The figures of the intake, from the source, in every vintage that was ever published.</param>
    public static FigureKnowledge Of(
        FigureIntake intake, string source, OutcomeCounts counts, int threshold, params IReadOnlyList<ToldFigure> published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var (mayBe, numerator) = (SuppressedFigures.Told(counts, Enum.GetValues<IndicatorVariant>(), threshold), IndicatorFormulas.Numerator(counts) ?? 0);
        var still = published.Where(figure => figure.Denominator == (figure.Variant.Denominator(counts) ?? 0)).Select(figure => figure.Variant);
        return new(intake, source, counts, mayBe.Count > 0 || published.Any(figure => figure.Numerator == numerator), mayBe.Concat(still).ToHashSet());
    }

    /// <summary>Whether line 1 or 2 was reported as something else than its detail, or without any.</summary>
    internal bool HasTotalsByThemselves => GroupTotal.Of(Counts).Any(group => group.Beyond != 0);

    /// <summary>Cells and sums that join the figures to the lines of a table, and for each cell whether readers find it elsewhere.</summary>
    /// <param name="lines">The table's cells by line: id and count.</param>
    /// <param name="name">A name that no other figures beside the same tables have.</param>
    /// <param name="arms">The cell of all arms of the tables; null where they have none.</param>
    internal (IReadOnlyList<CountCell> Cells, IReadOnlyList<CountSum> Sums, IReadOnlyDictionary<string, bool> Elsewhere) Join(
        IReadOnlyDictionary<OutcomeLine, CountCell> lines, string name, CountCell? arms)
    {
        var (cells, sums, elsewhere) = (new List<CountCell>(), new List<CountSum>(), new Dictionary<string, bool>());
        var inputs = Source == QuestionnaireTables.Register ? LeftOut() : lines;
        Sum($"{name}/numerator", LinesOf(IndicatorFormulas.NumeratorLines), NumeratorTold);
        Sum(Id(IndicatorVariant.PotentiallyTraceable), LinesOf(IndicatorVariant.PotentiallyTraceable.DenominatorLines()));
        CountCell[][] groups = [.. GroupTotal.Of(Counts).Select(Group)];
        Sum(Id(IndicatorVariant.UniquelyIdentifiable), groups[0]);
        var all = Sum(Id(IndicatorVariant.MetadataLiteral), [.. groups.SelectMany(group => group), .. LinesOf([OutcomeLine.MarkingUnknown])]);
        // Where the detail does not add up to the arms, the totals that were reported may.
        if (arms is not null && HasTotalsByThemselves && arms.Count == all.Count)
            sums.Add(new(arms.Id, [all.Id]));
        return (cells, sums, elsewhere);

        string Id(IndicatorVariant variant) => $"{name}/{variant}";

        // A compilation has no arms that it leaves out; of the register's cases, those that count are another cell than all of the line.
        Dictionary<OutcomeLine, CountCell> LeftOut()
        {
            var (counted, apart) = (new Dictionary<OutcomeLine, CountCell>(), new List<CountCell>());
            foreach (var (line, all) in lines)
            {
                // Both are read one after the other: an arm may have gone from a line in between.
                counted[line] = new($"{name}/{line.Code()}", Math.Min(Counts[line] ?? 0, all.Count));
                apart.Add(new($"{name}/apart/{line.Code()}", all.Count - counted[line].Count));
                sums.Add(new(all.Id, [counted[line].Id, apart[^1].Id]));
            }

            foreach (var cell in counted.Values.Concat(apart))
                Put(cell, false);
            Put(new($"{name}/apart", apart.Sum(cell => cell.Count)), false);
            sums.Add(new($"{name}/apart", [.. apart.Select(cell => cell.Id)]));
            return counted;
        }

        CountCell[] LinesOf(IEnumerable<OutcomeLine> of) => [.. of.Where(inputs.ContainsKey).Select(line => inputs[line])];

        // A total that is the sum of its detail is no count beside it.
        CountCell[] Group(GroupTotal group)
        {
            var details = LinesOf(group.Lines);
            if (group.Beyond == 0)
                return details;
            var bound = group.Bind($"{name}/{group.Code}", details);
            foreach (var cell in bound.Cells)
                Put(cell, cell == bound.Cells[0] && group.Code == GroupTotal.Unique && DenominatorsTold.Contains(IndicatorVariant.UniquelyIdentifiable));
            sums.AddRange(bound.Sums);
            return [bound.Cells[0]];
        }

        CountCell Sum(string id, CountCell[] parts, bool? told = null)
        {
            var sum = new CountCell(id, parts.Sum(part => part.Count));
            Put(sum, told ?? DenominatorsTold.Any(variant => Id(variant) == id));
            sums.Add(new(id, [.. parts.Select(part => part.Id)]));
            return sum;
        }

        void Put(CountCell cell, bool told)
        {
            cells.Add(cell);
            elsewhere[cell.Id] = told;
        }
    }
}

using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>So many arms of a year are alike in all that the indicator asks.</summary>
/// <param name="Intake">How they came in.</param>
/// <param name="Line">Their outcome line; null where none is decided.</param>
/// <param name="LegalBasis">On what the seizure rests.</param>
/// <param name="Antique">Whether they are antiques by domestic law.</param>
/// <param name="Duplicate">Whether they are second reports of arms counted elsewhere.</param>
/// <param name="EstablishedElsewhere">Whether an authority established their origin although they stand in line 2 or 3.</param>
/// <param name="Count">How many.</param>
/// <param name="HighestSequence">The highest event sequence that they rest on.</param>
internal sealed record ArmTally(
    Intake Intake, OutcomeLine? Line, LegalBasis LegalBasis, bool Antique, bool Duplicate, bool EstablishedElsewhere, long Count,
    long HighestSequence);

/// <summary>What the register knows of the arms of a year.</summary>
/// <param name="Tallies">The arms.</param>
/// <param name="AnyItem">Whether anything at all was recorded for the year; without it nothing was reported, which is not zero.</param>
internal sealed record YearOfArms(IReadOnlyList<ArmTally> Tallies, bool AnyItem);

/// <summary>The inputs of a figure and what was left out of them.</summary>
/// <param name="Counts">The arms per line.</param>
/// <param name="Undecided">Arms that count but have no line yet.</param>
/// <param name="EstablishedElsewhere">Arms of lines 2 and 3 with an established origin.</param>
/// <param name="Excluded">Arms left out.</param>
/// <param name="HighestSequence">The highest event sequence among the facts.</param>
/// <param name="Source">The imported file whose counts they are; null for the register's arms.</param>
internal sealed record FigureInputs(
    OutcomeCounts Counts, long? Undecided, long? EstablishedElsewhere, Exclusions? Excluded, long? HighestSequence, CountSource? Source = null)
{
    private static FigureInputs NotReported { get; } = new(OutcomeCounts.NotReported, null, null, null, null);

    /// <summary>Sorts the arms of a year into inputs and exclusions.</summary>
    public static FigureInputs Of(YearOfArms year, FigureIntake intake)
    {
        if (!year.AnyItem)
            return NotReported;
        var taken = year.Tallies.Where(tally => intake.Takes(tally.Intake)).ToList();
        var excluded = Exclusions.None;
        var counted = new List<ArmTally>();
        foreach (var tally in taken)
        {
            var reason = Exclusions.ReasonFor(tally.Intake, tally.LegalBasis, tally.Antique, tally.Duplicate);
            if (reason is null)
                counted.Add(tally);
            else
                excluded = Add(excluded, reason.Value, tally.Count);
        }

        return new FigureInputs(
            OutcomeCounts.FromTallies(counted.Where(tally => tally.Line is not null).Select(tally => KeyValuePair.Create(tally.Line!.Value, tally.Count))),
            counted.Where(tally => tally.Line is null).Sum(tally => tally.Count),
            counted.Where(tally => tally.EstablishedElsewhere).Sum(tally => tally.Count),
            excluded,
            taken.Count == 0 ? null : taken.Max(tally => tally.HighestSequence));
    }

    /// <summary>The lines of a compilation, intakes added. What stands behind them, and what was left out, it does not tell.</summary>
    public static FigureInputs Of(IReadOnlyList<ReportedTable> tables, FigureIntake intake, CountSource source) => NotReported with
    {
        Counts = tables.Where(table => intake.Takes(table.Intake)).Aggregate(OutcomeCounts.NotReported, (sum, table) => sum + table.Counts),
        Source = source,
    };

    private static Exclusions Add(Exclusions sum, ExclusionReason reason, long count) => reason switch
    {
        ExclusionReason.Administrative => sum with { Administrative = sum.Administrative + count },
        ExclusionReason.Antique => sum with { Antique = sum.Antique + count },
        ExclusionReason.Duplicate => sum with { Duplicate = sum.Duplicate + count },
    };
}

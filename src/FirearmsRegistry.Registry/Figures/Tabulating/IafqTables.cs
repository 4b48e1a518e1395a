using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Registry.Figures.Tabulating;

/// <summary>
/// The register's counts in the questionnaire's categories. All arms of the intake are counted and administrative ones shown apart; only
/// the indicator leaves them out. A second report of an arm is not a second arm: it stands under duplicates alone.
/// </summary>
/// <param name="Year">The year of the first physical intake, local date.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Status">Whether anything was recorded for the year; if not, every count is null, which is not zero.</param>
/// <param name="Arms">All arms.</param>
/// <param name="Antiques">The antiques among them.</param>
/// <param name="Duplicates">Second reports of arms that are counted once, not among the arms.</param>
/// <param name="Cases">Seizures with at least one of the arms.</param>
/// <param name="Parts">Parts and components, in pieces.</param>
/// <param name="Ammunition">Rounds of ammunition.</param>
/// <param name="Tables">The arms by category.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="ComputedAt">When it was computed.</param>
/// <param name="HighestSequence">The highest event sequence among the facts; null where there are none.</param>
public sealed record IafqTables(
    int Year,
    FigureIntake Intake,
    TablesStatus Status,
    CountedAndApart Arms,
    CountedAndApart Antiques,
    CountedAndApart Duplicates,
    CountedAndApart Cases,
    CountedAndApart Parts,
    CountedAndApart Ammunition,
    IReadOnlyList<IafqTable> Tables,
    DateTimeOffset KnownAt,
    DateTimeOffset ComputedAt,
    long? HighestSequence)
{
    /// <summary>The category of arms that have no outcome line yet.</summary>
    internal const string Undecided = "undecided";

    internal static IafqTables Of(
        int year, FigureIntake intake, IReadOnlyList<ItemTally> tallies, DateTimeOffset knownAt, DateTimeOffset computedAt)
    {
        var of = new TallySums(tallies);
        return new IafqTables(year, intake, of.AnyItem ? TablesStatus.Reported : TablesStatus.NotReported,
            of.Total(TallyKind.Arms), of.Total(TallyKind.Antiques), of.Total(TallyKind.Duplicates), of.Total(TallyKind.Cases),
            of.Total(TallyKind.Parts), of.Total(TallyKind.Ammunition),
            [.. IafqBreakdowns.All.Select(of.Table)],
            knownAt, computedAt, of.HighestSequence);
    }
}

/// <summary>Whether a year has anything to count.</summary>
public enum TablesStatus
{
    /// <summary>Something was recorded: what does not occur is zero.</summary>
    Reported,

    /// <summary>Nothing at all was recorded for the year.</summary>
    NotReported,
}

/// <summary>By what a table tells arms apart.</summary>
public enum IafqDimension
{
    /// <summary>By type.</summary>
    Type,

    /// <summary>By marking, as found.</summary>
    Marking,

    /// <summary>By location.</summary>
    Location,

    /// <summary>By condition.</summary>
    Condition,

    /// <summary>By legal justification of the seizure.</summary>
    LegalJustification,

    /// <summary>By other suspected offences: an arm may stand under several or none.</summary>
    SuspectedOffence,

    /// <summary>By outcome line (IAFQ tables 5.1 to 5.3), with <c>undecided</c> for arms that have none yet.</summary>
    OutcomeLine,
}

/// <summary>One table.</summary>
/// <param name="By">By what it tells arms apart.</param>
/// <param name="AddsUp">Whether its cells add up to the arms.</param>
/// <param name="Cells">Its cells in the questionnaire's order.</param>
public sealed record IafqTable(IafqDimension By, bool AddsUp, IReadOnlyList<IafqCell> Cells);

/// <summary>One cell.</summary>
/// <param name="Category">The category's code.</param>
/// <param name="Count">All; null is not reported.</param>
/// <param name="Administrative">Those among them that were seized for an administrative violation only.</param>
public sealed record IafqCell(string Category, long? Count, long? Administrative);

/// <summary>A count and what of it is shown apart.</summary>
/// <param name="Count">All; null is not reported.</param>
/// <param name="Administrative">Those among them that were seized for an administrative violation only.</param>
public sealed record CountedAndApart(long? Count, long? Administrative);

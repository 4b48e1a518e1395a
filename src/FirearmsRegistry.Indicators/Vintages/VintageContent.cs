using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Vintages;

/// <summary>What a figure of a vintage is a figure of.</summary>
/// <param name="Year">The year of the first physical intake, local date.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Variant">Which formula.</param>
public sealed record VintageKey(int Year, FigureIntake Intake, IndicatorVariant Variant);

/// <summary>A figure as it is frozen. The formula is kept by its id, so that a later change of the arithmetic does not change it.</summary>
/// <param name="Key">What it is a figure of.</param>
/// <param name="FormulaId">The formula's stable name, with its number.</param>
/// <param name="Status">Whether there is a value, and if not, why.</param>
/// <param name="Numerator">The numerator, in arms.</param>
/// <param name="Denominator">The denominator, in arms.</param>
/// <param name="Percent">Percent with two decimals.</param>
/// <param name="Counts">The inputs.</param>
/// <param name="Excluded">The arms left out of the inputs.</param>
public sealed record VintageFigure(
    VintageKey Key,
    string FormulaId,
    FigureStatus Status,
    long? Numerator,
    long? Denominator,
    decimal? Percent,
    OutcomeCounts Counts,
    Exclusions Excluded)
{
    /// <summary>Freezes a figure as computed.</summary>
    public static VintageFigure Of(int year, FigureIntake intake, IndicatorFigure figure, Exclusions excluded)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(new(year, intake, figure.Variant), figure.FormulaId, figure.Status, figure.Numerator, figure.Denominator, figure.Percent,
            figure.Counts, excluded);
    }
}

/// <summary>An item in the version that a vintage rests on.</summary>
/// <param name="Item">The item.</param>
/// <param name="Year">The year in which it counts.</param>
/// <param name="Version">The version of its record.</param>
public sealed record InputVersion(Guid Item, int Year, long Version);

/// <summary>A finding with which a vintage is published all the same.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why; null where nobody has said.</param>
public sealed record AcceptedFinding(CheckFinding Finding, string? Reason);

/// <summary>All that a vintage says, before it is frozen.</summary>
/// <param name="Label">Its unique label: <c>ESP-2020-1</c>.</param>
/// <param name="Country">The State that reports.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="StructureVersion">The version of the data structure in which it is sent.</param>
/// <param name="HighestSequence">The highest event sequence among its facts; null where there are none.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Inputs">The items that they rest on, in their versions.</param>
/// <param name="Findings">What the checks found.</param>
public sealed record VintageContent(
    string Label,
    CountryCode Country,
    DateTimeOffset KnownAt,
    string StructureVersion,
    long? HighestSequence,
    IReadOnlyList<VintageFigure> Figures,
    IReadOnlyList<InputVersion> Inputs,
    IReadOnlyList<AcceptedFinding> Findings);

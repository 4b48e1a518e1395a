using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx.Metadata;
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
/// <param name="Excluded">The arms left out of the inputs; null where the source does not tell.</param>
/// <param name="EstablishedElsewhere">Arms of lines 2 and 3 whose origin an authority established, beside the numerator; null when not known.</param>
/// <param name="Undecided">Arms that count but had no outcome line; null when not known.</param>
/// <param name="Source">The imported file whose counts the inputs are; null where they are the register's arms.</param>
public sealed record VintageFigure(
    VintageKey Key,
    string FormulaId,
    FigureStatus Status,
    long? Numerator,
    long? Denominator,
    decimal? Percent,
    OutcomeCounts Counts,
    Exclusions? Excluded,
    long? EstablishedElsewhere = null,
    long? Undecided = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CountSource? Source = null)
{
    /// <summary>Whether none of the lines 1.2 to 1.4 was reported, so that the numerator takes them for zero.</summary>
    [JsonIgnore]
    public bool NumeratorNotReported => IndicatorFormulas.NumeratorNotReported(Counts, Denominator);

    /// <summary>Freezes a figure as computed.</summary>
    public static VintageFigure Of(int year, FigureIntake intake, IndicatorFigure figure, Exclusions? excluded, long? undecided = null, CountSource? source = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(new(year, intake, figure.Variant), figure.FormulaId, figure.Status, figure.Numerator, figure.Denominator, figure.Percent,
            figure.Counts, excluded, figure.EstablishedElsewhere, undecided, source);
    }
}

/// <summary>An item in the version that a vintage rests on.</summary>
/// <param name="Item">The item.</param>
/// <param name="Year">The year in which it counts.</param>
/// <param name="Version">The version of its record.</param>
public sealed record InputVersion(Guid Item, int Year, long Version);

/// <summary>A finding with which a vintage is published all the same.</summary>
/// <param name="Year">The year whose checks found it: two years may have findings of one name.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why; null where nobody has said.</param>
public sealed record AcceptedFinding(int Year, CheckFinding Finding, string? Reason);

/// <summary>All that a vintage says, before it is frozen.</summary>
/// <param name="Label">Its unique label: <c>ESP-2020-1</c>.</param>
/// <param name="Country">The State that reports.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="StructureVersion">The version of the data structure in which it is sent.</param>
/// <param name="HighestSequence">The highest event sequence among its facts; null where there are none.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Inputs">The items that they rest on, in their versions.</param>
/// <param name="Findings">What the checks found.</param>
/// <param name="Metadata">What the State says of its figures, as it was written when they were published; null in a draft and where it had not written it.</param>
public sealed record VintageContent(
    string Label,
    CountryCode Country,
    DateTimeOffset KnownAt,
    string StructureVersion,
    long? HighestSequence,
    IReadOnlyList<VintageFigure> Figures,
    IReadOnlyList<InputVersion> Inputs,
    IReadOnlyList<AcceptedFinding> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReferenceMetadata? Metadata = null);

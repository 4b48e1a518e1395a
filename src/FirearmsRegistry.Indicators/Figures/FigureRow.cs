using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Figures;

/// <summary>Whether a figure from counts has a value, and on how many years it rests.</summary>
public enum FigureRowStatus
{
    /// <summary>There is a value, over all years asked for.</summary>
    Ok,

    /// <summary>There is a value; two years were asked for and one alone has a denominator.</summary>
    SingleYear,

    /// <summary>No arms stand in the denominator: no value, and not 0 %.</summary>
    NoDenominator,

    /// <summary>None of the lines of the formula was reported: no value.</summary>
    NotReported,

    /// <summary>It is not told to the public, since a small count could be computed from it: no value and no counts.</summary>
    Suppressed,
}

/// <summary>A figure from reported counts, as one row of a file.</summary>
/// <param name="Country">The State that reports; its M49 number is known.</param>
/// <param name="Year">The year under which the figure stands.</param>
/// <param name="Years">The years that the value rests on, one or two in a row; none without a value.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Variant">Which formula.</param>
/// <param name="TwoYear">How two years were brought together.</param>
/// <param name="Numerator">Arms whose point of diversion was identified; with two years their sum. Null where nothing was reported.</param>
/// <param name="Denominator">The arms of which it is a share; with two years their sum. Null where nothing was reported.</param>
/// <param name="Value">Percent with two decimals, halves away from zero; null without a value.</param>
/// <param name="Status">Whether there is a value, and if not, why.</param>
/// <param name="NumeratorNotReported">
/// Whether a year that it rests on reports none of the lines 1.2 to 1.4, so that the numerator takes them for zero.
/// </param>
public sealed record FigureRow(
    CountryCode Country,
    int Year,
    IReadOnlyList<int> Years,
    FigureIntake Intake,
    IndicatorVariant Variant,
    TwoYear TwoYear,
    long? Numerator,
    long? Denominator,
    decimal? Value,
    FigureRowStatus Status,
    bool NumeratorNotReported)
{
    /// <summary>Whether the value rests on so few arms that it jumps from year to year.</summary>
    public bool LowDenominator => Denominator is > 0 and < IndicatorFigure.LowDenominatorLimit;
}

using FirearmsRegistry.Indicators.Counts;

namespace FirearmsRegistry.Indicators.Variants;

/// <summary>Whether a figure has a value, and if not, why.</summary>
public enum FigureStatus
{
    /// <summary>There is a value.</summary>
    Computed,

    /// <summary>No arms stand in the denominator: there is nothing of which to give a share. Never shown as 0 %.</summary>
    ZeroDenominator,

    /// <summary>None of the lines of the formula was reported.</summary>
    NotReported,

    /// <summary>There is one or there is none: it is not told to the public, since a small count could be computed from it.</summary>
    Suppressed,
}

/// <summary>One value of the indicator with the integers that it rests on.</summary>
/// <param name="Variant">The formula used.</param>
/// <param name="Counts">The inputs, in arms.</param>
/// <param name="Numerator">Arms whose point of diversion was identified, lines 1.2 to 1.4; null when nothing of the formula was reported.</param>
/// <param name="Denominator">The arms of the variant's denominator; null when nothing was reported.</param>
/// <param name="Percent">Percent with two decimals, halves away from zero; null without a value.</param>
/// <param name="Status">Whether there is a value, and if not, why.</param>
/// <param name="EstablishedElsewhere">
/// Arms of lines 2 and 3 whose origin an authority established, shown beside the numerator and never added; null when not known.
/// </param>
public sealed record IndicatorFigure(
    IndicatorVariant Variant,
    OutcomeCounts Counts,
    long? Numerator,
    long? Denominator,
    decimal? Percent,
    FigureStatus Status,
    long? EstablishedElsewhere)
{
    /// <summary>Below this many arms in the denominator a single arm moves the percentage by more than three points.</summary>
    public const int LowDenominatorLimit = 30;

    /// <summary>The stable name of the formula.</summary>
    public string FormulaId => Variant.FormulaId();

    /// <summary>The formula in the questionnaire's line numbers.</summary>
    public string Formula => Variant.Formula();

    /// <summary>What a reader must know beside the number.</summary>
    public string Note => Variant.Note();

    /// <summary>Whether the value rests on so few arms that it jumps from year to year and should carry a warning.</summary>
    public bool LowDenominator => Denominator is > 0 and < LowDenominatorLimit;

    /// <summary>Whether none of the lines 1.2 to 1.4 was reported, so that the numerator takes them for zero.</summary>
    public bool NumeratorNotReported => IndicatorFormulas.NumeratorNotReported(Counts, Denominator);

    /// <summary>Computes a variant from counts. Several intakes are added first: shares are never averaged over intakes.</summary>
    public static IndicatorFigure Compute(IndicatorVariant variant, OutcomeCounts counts, long? establishedElsewhere = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var denominator = variant.Denominator(counts);
        long? numerator = denominator is null ? null : IndicatorFormulas.Numerator(counts) ?? 0;
        var share = Share.Of(numerator, denominator);
        var status = share is not null ? FigureStatus.Computed
            : denominator is 0 ? FigureStatus.ZeroDenominator
            : FigureStatus.NotReported;
        return new(variant, counts, numerator, denominator, Share.ToPercent(share), status, establishedElsewhere);
    }
}

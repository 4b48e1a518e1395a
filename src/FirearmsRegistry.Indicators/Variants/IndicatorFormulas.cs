using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Indicators.Variants;

/// <summary>The formulas of the variants, as computed and as told to people.</summary>
public static class IndicatorFormulas
{
    private static readonly OutcomeLine[] DiversionIdentified =
        [OutcomeLine.IllegitimateOwner, OutcomeLine.ForeignRegistry, OutcomeLine.OtherwiseIdentified];

    private static readonly OutcomeLine[] PotentiallyTraceable =
        [.. DiversionIdentified, OutcomeLine.Pending, OutcomeLine.NotIdentified, OutcomeLine.NotInitiated, OutcomeLine.MarkingUnknown];

    /// <summary>
    /// The stable name under which figures of this variant are stored. A change of the arithmetic gets a new number, so that an old figure
    /// stays explained.
    /// </summary>
    public static string FormulaId(this IndicatorVariant variant) => variant switch
    {
        IndicatorVariant.MetadataLiteral => "sdg-16-4-2/metadata_literal/1",
        IndicatorVariant.PotentiallyTraceable => "sdg-16-4-2/potentially_traceable/1",
        IndicatorVariant.UniquelyIdentifiable => "sdg-16-4-2/uniquely_identifiable/1",
    };

    /// <summary>The formula in the questionnaire's line numbers.</summary>
    public static string Formula(this IndicatorVariant variant) => variant switch
    {
        IndicatorVariant.MetadataLiteral => "100 × (1.2 + 1.3 + 1.4) / (1 + 2 + 3)",
        IndicatorVariant.PotentiallyTraceable => "100 × (1.2 + 1.3 + 1.4) / (1.2 + 1.3 + 1.4 + 1.5 + 1.6 + 1.7 + 3)",
        IndicatorVariant.UniquelyIdentifiable => "100 × (1.2 + 1.3 + 1.4) / 1",
    };

    /// <summary>What a reader must know beside the number.</summary>
    public static string Note(this IndicatorVariant variant) => variant switch
    {
        IndicatorVariant.MetadataLiteral =>
            "Text of the official metadata (2018-07-26). Lines 1 and 2 are taken as reported, else as the sums of their detail. "
            + "Line 2.b is not added to the numerator, although by the text its point of diversion is the manufacture itself.",
        IndicatorVariant.PotentiallyTraceable =>
            "Formula of the published series VC_ARM_SZTRACE, there for seized arms. Detail lines only: line 1 as reported is not used, and "
            + "arms of a legitimate owner (1.1) or without unique marks (2) are in neither part. Line 2.b is not added to the numerator.",
        IndicatorVariant.UniquelyIdentifiable =>
            "Optional variant of the official metadata (2018-07-26). Line 1 is taken as reported, else as the sum of its detail. "
            + "Line 2.b is not added to the numerator.",
    };

    /// <summary>The lines of every numerator.</summary>
    public static IReadOnlyList<OutcomeLine> NumeratorLines => DiversionIdentified;

    /// <summary>The lines of a denominator, where totals are the sums of their detail.</summary>
    public static IReadOnlyList<OutcomeLine> DenominatorLines(this IndicatorVariant variant) => variant switch
    {
        IndicatorVariant.MetadataLiteral => OutcomeLines.All,
        IndicatorVariant.PotentiallyTraceable => PotentiallyTraceable,
        IndicatorVariant.UniquelyIdentifiable => [.. OutcomeLines.All.Where(line => line.IsUniquelyIdentifiable())],
    };

    internal static long? Numerator(OutcomeCounts counts) => counts.Sum(DiversionIdentified);

    /// <summary>
    /// Whether none of the lines 1.2 to 1.4 was reported, so that the numerator takes them for zero: as published, a line that was left empty adds
    /// nothing, and only where all are empty is there no value. In a register every line is known.
    /// </summary>
    internal static bool NumeratorNotReported(OutcomeCounts counts, long? denominator) => denominator is not null && Numerator(counts) is null;

    internal static long? Denominator(this IndicatorVariant variant, OutcomeCounts counts) => variant switch
    {
        IndicatorVariant.MetadataLiteral => counts.Total,
        IndicatorVariant.PotentiallyTraceable => counts.Sum(PotentiallyTraceable),
        IndicatorVariant.UniquelyIdentifiable => counts.EffectiveUniquelyIdentifiable,
    };
}

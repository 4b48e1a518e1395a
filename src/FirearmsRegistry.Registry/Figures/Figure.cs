using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures.Computing;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>
/// One value of SDG indicator 16.4.2 with everything that is needed to understand and to repeat it. No person, item or case is in it.
/// </summary>
/// <param name="Id">What it is a figure of: <c>sdg-16-4-2/ESP/2020/seized/potentially_traceable</c>.</param>
/// <param name="Country">The country that reports.</param>
/// <param name="Year">The year of the first physical intake, local date.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="Variant">Which formula.</param>
/// <param name="FormulaId">The stable name of the formula.</param>
/// <param name="Formula">The formula in the questionnaire's line numbers.</param>
/// <param name="Status">Whether there is a value, and if not, why.</param>
/// <param name="Numerator">Arms whose point of diversion was identified; null where nothing was recorded in the year.</param>
/// <param name="Denominator">The arms of which it is a share; null where nothing was recorded in the year.</param>
/// <param name="LowDenominator">Whether so few arms stand below the line that the value jumps with each of them.</param>
/// <param name="Inputs">
/// The arms per outcome line (1.1 to 1.7, 2.a to 2.c, 3), the sums 1 and 2, and the total; null is not reported and zero is zero.
/// </param>
/// <param name="Undecided">Arms without an outcome line yet, in none of the inputs.</param>
/// <param name="EstablishedElsewhere">Arms of lines 2 and 3 whose origin an authority established: beside the numerator, never in it.</param>
/// <param name="Excluded">Arms left out of the inputs, each under one reason.</param>
/// <param name="KnownAt">The moment whose knowledge it shows.</param>
/// <param name="ComputedAt">When it was computed.</param>
/// <param name="HighestSequence">The highest event sequence among the facts that it rests on; null where there are none.</param>
/// <param name="Note">What a reader must know beside the number.</param>
/// <param name="Percent">Percent with two decimals, halves away from zero; absent without a value.</param>
/// <param name="Source">On what it rests; null in a figure that was stored before there was a choice, which rests on the register.</param>
/// <param name="NumeratorNotReported">Whether lines 1.2 to 1.4 were left empty and are taken for zero.</param>
public sealed record Figure(
    string Id,
    CountryCode Country,
    int Year,
    FigureIntake Intake,
    IndicatorVariant Variant,
    string FormulaId,
    string Formula,
    FigureStatus Status,
    long? Numerator,
    long? Denominator,
    bool LowDenominator,
    IReadOnlyDictionary<string, long?> Inputs,
    long? Undecided,
    long? EstablishedElsewhere,
    Exclusions? Excluded,
    DateTimeOffset KnownAt,
    DateTimeOffset ComputedAt,
    long? HighestSequence,
    string Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Percent = null,
    FigureSource? Source = null,
    bool NumeratorNotReported = false)
{
    private const string Reading =
        "High is good: the indicator measures how far the origin of illicit arms is found, not how many arms there are nor how they flow "
        + "(SDG 16.4.2 metadata, 2018-07-26).";

    /// <summary>The identity of a figure, the same however often it is computed.</summary>
    public static string IdOf(CountryCode country, int year, FigureIntake intake, IndicatorVariant variant) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"sdg-16-4-2/{country}/{year}/{Codes.Of(intake)}/{Codes.Of(variant)}");

    /// <summary>Computes a figure from what counts for a year.</summary>
    internal static Figure Of(
        CountryCode country, int year, FigureIntake intake, IndicatorVariant variant, FigureInputs inputs, DateTimeOffset knownAt,
        DateTimeOffset computedAt)
    {
        var computed = IndicatorFigure.Compute(variant, inputs.Counts, inputs.EstablishedElsewhere);
        return new Figure(IdOf(country, year, intake, variant), country, year, intake, variant, computed.FormulaId, computed.Formula,
            computed.Status, computed.Numerator, computed.Denominator, computed.LowDenominator, Lines(inputs.Counts), inputs.Undecided,
            computed.EstablishedElsewhere, inputs.Excluded, knownAt, computedAt, inputs.HighestSequence,
            $"{Reading} {computed.Note}{Counted(inputs.Source)}", TwoDecimals(computed.Percent), FigureSource.Of(inputs.Source),
            computed.NumeratorNotReported);
    }

    /// <summary>The arms per line, the sums and the total, by the questionnaire's numbers.</summary>
    internal static IReadOnlyDictionary<string, long?> Lines(OutcomeCounts counts)
    {
        var lines = new Dictionary<string, long?> { ["1"] = counts.EffectiveUniquelyIdentifiable };
        foreach (var line in OutcomeLines.All)
        {
            if (line == OutcomeLine.ErasedOrAltered)
                lines["2"] = counts.EffectiveNotUniquelyIdentifiable;
            lines[line.Code()] = counts[line];
        }

        lines["total"] = counts.Total;
        return lines;
    }

    private static string Counted(CountSource? source) =>
        source is null ? "" : $" The counts are those of {source.Short}, not of this register's cases.";

    // A decimal keeps its scale in JSON and in the database: 50 is told as 50.00.
    internal static decimal? TwoDecimals(decimal? percent) => percent is { } value ? value + 0.00m : null;
}

using System.Globalization;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Sdmx;

/// <summary>Brings figures into observations of the series VC_ARM_SZTRACE, each kind of figures under a key of its own.</summary>
public static class FigureObservations
{
    private const string Breakdown = "CUST_BREAKDOWN";

    /// <summary>One observation for each figure. A figure without a value is one without a value, never 0.</summary>
    /// <param name="structure">By which structure.</param>
    /// <param name="rows">The figures.</param>
    /// <param name="pending">Whether a figure still has pending traces, which makes it provisional.</param>
    /// <param name="source">The compilation that a figure rests on, which readers are told; null for the cases of a register.</param>
    public static IReadOnlyList<SdmxObservation> Of(
        SdmxStructure structure, IEnumerable<FigureRow> rows, Func<FigureRow, bool> pending, Func<FigureRow, string?>? source = null)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(pending);
        return [.. rows.Select(row => Of(structure, row, pending(row), source?.Invoke(row)))];
    }

    /// <summary>Whether any of the years that a figure rests on reports pending traces (line 1.5).</summary>
    public static Func<FigureRow, bool> PendingIn(IEnumerable<ReportedTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var pending = tables.Where(table => table.Counts.Pending > 0).ToLookup(table => (table.Country, table.Year), table => table.Intake);
        return row => row.Years.Any(year => pending[(row.Country, year)].Any(intake => row.Intake.Takes(intake)));
    }

    /// <summary>
    /// Why a structure has no place for the figures of an intake and a formula; null where it has. Those of the published series stand under its own
    /// key; every other kind needs a custom breakdown with a label, or a reader would take it for the published series.
    /// </summary>
    public static SdmxFinding? CannotSay(SdmxStructure structure, FigureIntake intake, IndicatorVariant variant)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return IsAsPublished(intake, variant) || structure.BreakdownOf(intake, variant) is not null ? null : new(
            $"{Codes.Of(intake)}, {Codes.Of(variant)}", Breakdown, SdmxRule.BreakdownLabel,
            $"The file of the structure {structure.Version} names no breakdown for these figures.");
    }

    private static SdmxObservation Of(SdmxStructure structure, FigureRow row, bool pending, string? source)
    {
        var values = structure.Components.Where(component => component.Written is not null)
            .ToDictionary(component => component.Id, component => component.Written!);
        values["REF_AREA"] = row.Country.M49?.ToString(CultureInfo.InvariantCulture)
            ?? throw new ArgumentException($"{row.Country} has no M49 number.", nameof(row));
        if (CannotSay(structure, row.Intake, row.Variant) is { } finding)
            throw new ArgumentException(finding.Reason, nameof(row));
        if (!IsAsPublished(row.Intake, row.Variant) && structure.BreakdownOf(row.Intake, row.Variant) is { } breakdown)
            (values[Breakdown], values["CUST_BREAKDOWN_LB"]) = (breakdown.Code, breakdown.Label);
        values["TIME_PERIOD"] = row.Year.ToString(CultureInfo.InvariantCulture);
        values["OBS_STATUS"] = Status(row, pending);
        values["TIME_DETAIL"] = row.Years.Count == 0 ? values["TIME_PERIOD"] : FigureFile.YearsText(row);
        values["SOURCE_DETAIL"] = SourceDetail(row);
        if (row.Value is not null)
            values["OBS_VALUE"] = FigureFile.ValueText(row);
        if (Comment(row, pending, source) is { Length: > 0 } comment)
            values["COMMENT_OBS"] = comment;
        return new(string.Create(CultureInfo.InvariantCulture, $"{row.Country} {row.Year}"), values);
    }

    // One code must do: a reader must know first that there is no value, then that it will change, then what it is a value of.
    private static string Status(FigureRow row, bool pending) => row switch
    {
        { Status: FigureRowStatus.NoDenominator } => "M",
        { Status: FigureRowStatus.NotReported } => "O",
        { Status: FigureRowStatus.Suppressed } => "Q",
        _ when pending => "P",
        _ when !IsAsPublished(row.Intake, row.Variant) => "D",
        { LowDenominator: true } or { NumeratorNotReported: true } => "U",
        _ => "A",
    };

    private static bool IsAsPublished(FigureIntake intake, IndicatorVariant variant) =>
        (intake, variant) is (FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable);

    private static string SourceDetail(FigureRow row)
    {
        var tables = row.Intake switch
        {
            FigureIntake.Seized => "IAFQ table 5.1",
            FigureIntake.Found => "IAFQ table 5.2",
            FigureIntake.Surrendered => "IAFQ table 5.3",
            FigureIntake.All => "IAFQ tables 5.1 to 5.3",
        };
        var counts = row.Denominator is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {row.Numerator} of {row.Denominator} arms");
        return $"{tables}, formula {row.Variant.FormulaId()}{counts}";
    }

    private static string Comment(FigureRow row, bool pending, string? source) => string.Join(' ', Sentences(row, pending, source));

    private static IEnumerable<string> Sentences(FigureRow row, bool pending, string? source)
    {
        if (row.Status is FigureRowStatus.NoDenominator)
            yield return "No arms in the denominator.";
        if (row.Status is FigureRowStatus.NotReported)
            yield return "Not reported.";
        if (row.Status is FigureRowStatus.Suppressed)
            yield return "Suppressed: a small count could be computed from it.";
        if (row.Years.Count == 2)
            yield return $"{FigureFile.YearsText(row)} {(row.TwoYear is TwoYear.Mean ? "average" : "pooled counts")} based on available data.";
        if (row.Status is FigureRowStatus.SingleYear)
            yield return $"{FigureFile.YearsText(row)} alone, based on available data.";
        if (source is not null)
            yield return $"Compiled counts, not cases of the register: {source}.";
        if (pending)
            yield return "Traces are pending.";
        if (!IsAsPublished(row.Intake, row.Variant))
            yield return $"Formula {Codes.Of(row.Variant)}, intake {Codes.Of(row.Intake)}: another definition than that of the published series.";
        if (row.LowDenominator)
            yield return string.Create(CultureInfo.InvariantCulture, $"Fewer than {IndicatorFigure.LowDenominatorLimit} arms in the denominator.");
        if (row.NumeratorNotReported)
            yield return "Lines 1.2 to 1.4 were not reported and are taken for zero.";
    }
}

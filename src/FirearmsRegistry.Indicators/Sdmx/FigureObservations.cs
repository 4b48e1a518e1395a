using System.Globalization;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Sdmx;

/// <summary>Brings figures into observations of the series VC_ARM_SZTRACE.</summary>
public static class FigureObservations
{
    /// <summary>One observation for each figure. A figure without a value is one without a value, never 0.</summary>
    /// <param name="structure">By which structure.</param>
    /// <param name="rows">The figures.</param>
    /// <param name="pending">Whether a figure still has pending traces, which makes it provisional.</param>
    public static IReadOnlyList<SdmxObservation> Of(SdmxStructure structure, IEnumerable<FigureRow> rows, Func<FigureRow, bool> pending)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(pending);
        return [.. rows.Select(row => Of(structure, row, pending(row)))];
    }

    /// <summary>Whether any of the years that a figure rests on reports pending traces (line 1.5).</summary>
    public static Func<FigureRow, bool> PendingIn(IEnumerable<ReportedTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var pending = tables.Where(table => table.Counts.Pending > 0).ToLookup(table => (table.Country, table.Year), table => table.Intake);
        return row => row.Years.Any(year => pending[(row.Country, year)].Any(intake => row.Intake.Takes(intake)));
    }

    private static SdmxObservation Of(SdmxStructure structure, FigureRow row, bool pending)
    {
        var values = structure.Components.Where(component => component.Written is not null)
            .ToDictionary(component => component.Id, component => component.Written!);
        values["REF_AREA"] = row.Country.M49?.ToString(CultureInfo.InvariantCulture)
            ?? throw new ArgumentException($"{row.Country} has no M49 number.", nameof(row));
        values["TIME_PERIOD"] = row.Year.ToString(CultureInfo.InvariantCulture);
        values["OBS_STATUS"] = Status(row, pending);
        values["TIME_DETAIL"] = row.Years.Count == 0 ? values["TIME_PERIOD"] : FigureFile.YearsText(row);
        values["SOURCE_DETAIL"] = SourceDetail(row);
        if (row.Value is not null)
            values["OBS_VALUE"] = FigureFile.ValueText(row);
        if (Comment(row, pending) is { Length: > 0 } comment)
            values["COMMENT_OBS"] = comment;
        return new(string.Create(CultureInfo.InvariantCulture, $"{row.Country} {row.Year}"), values);
    }

    // One code must do: a reader must know first that there is no value, then that it will change, then what it is a value of.
    private static string Status(FigureRow row, bool pending) => row switch
    {
        { Status: FigureRowStatus.NoDenominator } => "M",
        { Status: FigureRowStatus.NotReported } => "O",
        _ when pending => "P",
        _ when !IsAsPublished(row) => "D",
        { LowDenominator: true } or { NumeratorNotReported: true } => "U",
        _ => "A",
    };

    private static bool IsAsPublished(FigureRow row) =>
        row is { Intake: FigureIntake.Seized, Variant: IndicatorVariant.PotentiallyTraceable };

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

    private static string Comment(FigureRow row, bool pending) => string.Join(' ', Sentences(row, pending));

    private static IEnumerable<string> Sentences(FigureRow row, bool pending)
    {
        if (row.Status is FigureRowStatus.NoDenominator)
            yield return "No arms in the denominator.";
        if (row.Status is FigureRowStatus.NotReported)
            yield return "Not reported.";
        if (row.Years.Count == 2)
            yield return $"{FigureFile.YearsText(row)} {(row.TwoYear is TwoYear.Mean ? "average" : "pooled counts")} based on available data.";
        if (row.Status is FigureRowStatus.SingleYear)
            yield return $"{FigureFile.YearsText(row)} alone, based on available data.";
        if (pending)
            yield return "Traces are pending.";
        if (!IsAsPublished(row))
            yield return $"Formula {Codes.Of(row.Variant)}, intake {Codes.Of(row.Intake)}: another definition than that of the published series.";
        if (row.LowDenominator)
            yield return string.Create(CultureInfo.InvariantCulture, $"Fewer than {IndicatorFigure.LowDenominatorLimit} arms in the denominator.");
        if (row.NumeratorNotReported)
            yield return "Lines 1.2 to 1.4 were not reported and are taken for zero.";
    }
}

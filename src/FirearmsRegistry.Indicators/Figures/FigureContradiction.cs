using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Figures;

/// <summary>Finds what a figure of a file says against itself, or against the counts that it is said to rest on.</summary>
public static class FigureContradiction
{
    /// <summary>What in a figure does not fit the rest of it: the column and why; null where all fits.</summary>
    internal static (string Column, string Reason)? In(FigureRow row)
    {
        var hasValue = row.Status is FigureRowStatus.Ok or FigureRowStatus.SingleYear;
        if (hasValue != row.Value is not null)
            return ("value", "A value stands exactly where the status says ok or single_year.");
        if (!YearsOf(row).Contains(string.Join('-', row.Years)))
            return ("years", $"They do not fit the status, the year and two_year; they can be {string.Join(" or ", YearsOf(row).Select(years => years.Length == 0 ? "empty" : years))}.");
        if (Denominator(row) is { } wrong)
            return ("denominator", wrong);
        if (row.Numerator > row.Denominator)
            return ("numerator", FormattableString.Invariant($"{row.Numerator} of {row.Denominator} is no share: no part is more than the whole."));
        // The mean of two years cannot be computed from the sums that stand beside it for reading.
        if (hasValue && (row.TwoYear is not TwoYear.Mean || row.Years.Count == 1)
            && Share.ToPercent(Share.Of(row.Numerator ?? 0, row.Denominator)) is var share && share != row.Value)
        {
            return ("value", FormattableString.Invariant($"{row.Numerator} of {row.Denominator} is {share:0.00}, and here stands {row.Value:0.00}."));
        }

        return hasValue && row is { TwoYear: TwoYear.Mean, Years.Count: 2 } ? Mean(row) : null;
    }

    /// <summary>The sums leave the mean a range: its ends are where one year has one arm, which is in the numerator or is not.</summary>
    private static (string Column, string Reason)? Mean(FigureRow row)
    {
        var (numerator, denominator) = (row.Numerator ?? 0, row.Denominator ?? 0);
        if (denominator < 2)
            return ("denominator", "Two years with arms have at least two arms.");
        var (least, most) = (Percent(1 - Most(denominator - numerator)), Percent(Most(numerator)));
        return row.Value >= least && row.Value <= most ? null : ("value", FormattableString.Invariant(
            $"The mean of two years with {numerator} of {denominator} arms together is from {least:0.00} to {most:0.00}, and here stands {row.Value:0.00}."));

        decimal Most(long part) => part == 0 ? 0 : (1 + ((part - 1m) / (denominator - 1))) / 2;

        static decimal Percent(decimal share) => Math.Round(100 * share, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Each figure that the counts do not give, told for people.</summary>
    public static IReadOnlyList<string> Against(IReadOnlyList<ReportedTable> counts, IReadOnlyList<FigureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(rows);
        var computed = rows.Select(row => (row.Intake, row.Variant, row.TwoYear)).Distinct()
            .SelectMany(kind => FigureRows.Compute(counts, kind.Intake, kind.Variant, kind.TwoYear))
            .ToDictionary(row => (row.Country, row.Year, row.Intake, row.Variant, row.TwoYear), FigureFile.Line);
        return
        [
            .. from row in rows
               let given = computed.GetValueOrDefault((row.Country, row.Year, row.Intake, row.Variant, row.TwoYear))
               where row.Status is not FigureRowStatus.Suppressed && given != FigureFile.Line(row)
               select FormattableString.Invariant($"{row.Country} {row.Year} {Codes.Of(row.Intake)}: ")
                   + (given is null ? "the counts have no table of it." : $"the counts give {given}, and here stands {FigureFile.Line(row)}."),
        ];
    }

    private static string? Denominator(FigureRow row) => (row.Status, row.Numerator, row.Denominator) switch
    {
        (FigureRowStatus.NotReported or FigureRowStatus.Suppressed, null, null) => null,
        (FigureRowStatus.NotReported or FigureRowStatus.Suppressed, _, _) => "Without anything reported, or told, there are neither a numerator nor a denominator.",
        (_, null, _) or (_, _, null) => "With this status both the numerator and the denominator are known.",
        (FigureRowStatus.NoDenominator, _, var denominator) => denominator == 0 ? null : "The status says that it is 0.",
        (_, _, var denominator) => denominator > 0 ? null : "A value needs arms in the denominator.",
    };

    private static string[] YearsOf(FigureRow row)
    {
        var (year, before, after) = (Text(row.Year), Text(row.Year - 1), Text(row.Year + 1));
        return (row.Status, row.TwoYear) switch
        {
            (FigureRowStatus.Ok, TwoYear.None) => [year],
            (FigureRowStatus.Ok, TwoYear.Mean) => [$"{year}-{after}"],
            (FigureRowStatus.Ok, TwoYear.Pooled) => [$"{before}-{year}"],
            (FigureRowStatus.SingleYear, TwoYear.Mean) => [year, after],
            (FigureRowStatus.SingleYear, TwoYear.Pooled) => [before, year],
            _ => [""],
        };

        static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

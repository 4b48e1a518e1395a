using System.Globalization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Figures;

/// <summary>Writes figures as separated text, the columns of which are a contract with <see cref="FigureFileReader"/> and with users.</summary>
public static class FigureFile
{
    internal const string LowDenominator = "low_denominator";
    internal const string NumeratorNotReported = "numerator_not_reported";

    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["iso3", "m49", "year", "years", "intake", "variant", "two_year", "numerator", "denominator", "value", "status"];

    /// <summary>Writes a header and a line for each figure.</summary>
    public static void Write(TextWriter output, IEnumerable<FigureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rows);
        output.Write(string.Join(',', Columns));
        output.Write('\n');
        foreach (var row in rows)
        {
            output.Write(Line(row));
            output.Write('\n');
        }
    }

    /// <summary>The line of a figure, without its end.</summary>
    public static string Line(FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return string.Join(',', Cells(row));
    }

    /// <summary>The years as written: <c>2016</c> or <c>2016-2017</c>; empty without a value.</summary>
    public static string YearsText(FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return string.Join('-', row.Years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The percentage with two decimals; empty without a value.</summary>
    public static string ValueText(FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>The status and its warnings: <c>ok;low_denominator</c>.</summary>
    public static string StatusText(FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Codes.Of(row.Status) + (row.LowDenominator ? $";{LowDenominator}" : "") + (row.NumeratorNotReported ? $";{NumeratorNotReported}" : "");
    }

    private static string[] Cells(FigureRow row) =>
    [
        row.Country.Alpha3,
        Text(row.Country.M49),
        Text(row.Year),
        YearsText(row),
        Codes.Of(row.Intake),
        Codes.Of(row.Variant),
        Codes.Of(row.TwoYear),
        Text(row.Numerator),
        Text(row.Denominator),
        ValueText(row),
        StatusText(row),
    ];

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

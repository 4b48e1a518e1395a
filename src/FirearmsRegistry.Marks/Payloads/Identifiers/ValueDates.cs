using System.Globalization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>Dates in payloads, written as digits without separators.</summary>
internal static class ValueDates
{
    /// <summary>YYMMDD; day 00 is the whole month (GS1 General Specifications 3.4.2).</summary>
    public static Fault? YearMonthDay(string value)
    {
        // GS1's two digits mean a year within 50 of today, and every fourth one of those is a leap year.
        var year = 2000 + Number(value, 0, 2);
        return Check(year, value, monthAt: 2, firstDay: 0, ApplicationIdentifiers.Source);
    }

    /// <summary>YYYYMMDD (MH10.8.2, 16D).</summary>
    public static Fault? FullYearMonthDay(string value) =>
        Number(value, 0, 4) is var year and > 0
            ? Check(year, value, monthAt: 4, firstDay: 1, DataIdentifiers.Source)
            : PayloadFaults.ValueContent("There is no year 0000.", DataIdentifiers.Source, 0);

    private static Fault? Check(int year, string value, int monthAt, int firstDay, string source)
    {
        var month = Number(value, monthAt, 2);
        if (month is < 1 or > 12) return PayloadFaults.ValueContent("A month is 01 to 12.", source, monthAt);
        var day = Number(value, monthAt + 2, 2);
        return day < firstDay || day > DateTime.DaysInMonth(year, month)
            ? PayloadFaults.ValueContent("The month has no such day.", source, monthAt + 2)
            : null;
    }

    private static int Number(string value, int at, int length) =>
        int.Parse(value.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture);
}

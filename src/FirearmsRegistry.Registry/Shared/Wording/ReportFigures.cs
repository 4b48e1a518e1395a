using System.Globalization;
using FirearmsRegistry.Marks.Dates;

namespace FirearmsRegistry.Registry.Shared.Wording;

/// <summary>
/// Dates and numbers as readers of a language write them, in the Gregorian calendar and with the digits 0 to 9. The server knows no
/// cultures, so that nothing it stores depends on one; what reports need of them stands in the language files.
/// </summary>
internal static class ReportFigures
{
    /// <summary>A date as precisely as it is known.</summary>
    public static string Date(this ReportWords words, PartialDate date)
    {
        if (date.IsDay)
            return words.Day(date.Earliest);
        return date.Earliest.Month == date.Latest.Month
            ? words["date.month"].Replace("{month}", words[Month("month_alone", date.Earliest)], StringComparison.Ordinal)
                .Replace("{year}", Year(date.Year), StringComparison.Ordinal)
            : words["date.year"].Replace("{year}", Year(date.Year), StringComparison.Ordinal);
    }

    /// <summary>A moment to the minute in UTC.</summary>
    public static string Moment(this ReportWords words, DateTimeOffset moment) => words.Moment(moment, "HH:mm");

    /// <summary>A moment in UTC with the seconds that it has.</summary>
    public static string MomentInFull(this ReportWords words, DateTimeOffset moment) =>
        words.Moment(moment, moment.UtcTicks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF");

    /// <summary>A whole number with the language's sign between thousands.</summary>
    public static string Number(this ReportWords words, long number) =>
        number.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = words["number.group"] });

    /// <summary>A percentage with two decimals and the language's decimal sign.</summary>
    public static string Percent(this ReportWords words, decimal percent) => words["number.percent"].Replace(
        "{value}", percent.ToString("F2", new NumberFormatInfo { NumberDecimalSeparator = words["number.decimal"] }), StringComparison.Ordinal);

    private static string Moment(this ReportWords words, DateTimeOffset moment, string time) => words["date.moment"]
        .Replace("{date}", words.Day(DateOnly.FromDateTime(moment.UtcDateTime)), StringComparison.Ordinal)
        .Replace("{time}", moment.UtcDateTime.ToString(time, CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Day(this ReportWords words, DateOnly day) => words["date.day"]
        .Replace("{day}", day.Day == 1 ? words["date.first"] : day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", words[Month("month", day)], StringComparison.Ordinal)
        .Replace("{year}", Year(day.Year), StringComparison.Ordinal);

    private static string Month(string form, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{form}.{day.Month}");

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Dates;

/// <summary>
/// When something happened, as precisely as it is known: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, from 1500 to 2100.
/// </summary>
/// <remarks>
/// Two dates of different precision may be the same day without being equal, so there is no order, only what is certain or possible.
/// A <c>default</c> date is none: its members throw <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(ParsedJsonConverter<PartialDate>))]
public readonly record struct PartialDate : IParsableWord<PartialDate>
{
    private const int FirstYear = 1500;
    private const int LastYear = 2100;
    private static readonly Fault Form = new("A date is yyyy, yyyy-MM or yyyy-MM-dd and a real day of the calendar.", "ISO 8601");
    private static readonly Fault Range = new($"A date lies between the years {FirstYear} and {LastYear}.");

    private readonly string? _text;

    private PartialDate(string text, DateOnly earliest, DateOnly latest)
    {
        _text = text;
        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>The first day that the date may mean.</summary>
    public DateOnly Earliest => _text is null ? throw Missing() : field;

    /// <summary>The last day that the date may mean.</summary>
    public DateOnly Latest => _text is null ? throw Missing() : field;

    /// <summary>The year, which is always known.</summary>
    public int Year => Earliest.Year;

    /// <summary>Whether the day is known.</summary>
    public bool IsDay => Earliest == Latest;

    /// <summary>A day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 1500 to 2100.</exception>
    public static PartialDate OfDay(DateOnly day) =>
        day.Year is >= FirstYear and <= LastYear
            ? new PartialDate(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day)
            : throw new ArgumentOutOfRangeException(nameof(day), day, Range.Rule);

    /// <summary>Reads one of the three forms; digits are 0-9.</summary>
    public static Parsed<PartialDate> Parse(string? text)
    {
        if (text is null || !TryParts(text, out var year, out var month, out var day)) return Form;
        if (year is < FirstYear or > LastYear) return Range;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month ?? 1)) return Form;
        var earliest = new DateOnly(year, month ?? 1, day ?? 1);
        var latestMonth = month ?? 12;
        return new PartialDate(text, earliest, new DateOnly(year, latestMonth, day ?? DateTime.DaysInMonth(year, latestMonth)));
    }

    /// <summary>Whether every day this date may mean comes after every day that the other may mean.</summary>
    public bool CertainlyAfter(PartialDate other) => Earliest > other.Latest;

    /// <summary>Whether every day this date may mean comes before every day that the other may mean.</summary>
    public bool CertainlyBefore(PartialDate other) => Latest < other.Earliest;

    /// <summary>Whether every day this date may mean comes after a day.</summary>
    public bool CertainlyAfter(DateOnly day) => Earliest > day;

    /// <summary>Whether the date may mean a day.</summary>
    public bool PossiblyOn(DateOnly day) => Earliest <= day && day <= Latest;

    /// <summary>Whether the two dates may mean the same day.</summary>
    public bool PossiblySameAs(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>The date as it was given.</summary>
    public override string ToString() => MissingWord.Require(_text, nameof(PartialDate));

    private static bool TryParts(string text, out int year, out int? month, out int? day)
    {
        (year, month, day) = (0, null, null);
        if (text.Length is not (4 or 7 or 10) || !TryNumber(text.AsSpan(0, 4), out year)) return false;
        if (text.Length >= 7)
        {
            if (text[4] != '-' || !TryNumber(text.AsSpan(5, 2), out var number)) return false;
            month = number;
        }

        if (text.Length == 10)
        {
            if (text[7] != '-' || !TryNumber(text.AsSpan(8, 2), out var number)) return false;
            day = number;
        }

        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static InvalidOperationException Missing() => new("A date was used that was never parsed.");
}

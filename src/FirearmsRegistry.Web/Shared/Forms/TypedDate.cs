using System.Globalization;
using System.Text;
using FirearmsRegistry.Marks.Dates;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>
/// Dates and moments as people type them, or copy them from a page: as ISO 8601 has them, or as one of the languages shows them, with the digits of any
/// script. A moment is in UTC unless its distance from UTC is typed.
/// Other figures are no date: 03/04/2026 is another day in another country.
/// </summary>
internal static class TypedDate
{
    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(14);

    private static readonly string[] Times = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>Reads a moment; a day alone is its beginning.</summary>
    public static bool TryMoment(string typed, out DateTimeOffset moment)
    {
        moment = default;
        if (Read(typed) is not { } written || !PartialDate.Parse(written.Text).TryGet(out var date, out _) || !date.IsDay
            || TimeOf(written) is not { } time || OffsetOf(written) is not { } offset)
            return false;
        moment = new DateTimeOffset(date.Earliest.ToDateTime(time), TimeSpan.Zero) - offset;
        return true;
    }

    /// <summary>Reads a date that may lack its day or its month.</summary>
    public static bool TryDate(string typed, out PartialDate date)
    {
        date = default;
        return Read(typed) is { Hour: null } written && PartialDate.Parse(written.Text).TryGet(out date, out _);
    }

    /// <summary>Reads a day.</summary>
    public static bool TryDay(string typed, out PartialDate day) => TryDate(typed, out day) && day.IsDay;

    /// <summary>A moment as it would have been typed.</summary>
    public static string Typed(DateTimeOffset moment) => moment.UtcDateTime.ToString(
        moment.UtcTicks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>A moment as it is sent (RFC 3339).</summary>
    public static string Sent(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    /// <summary>What was typed as it is sent; as it was typed where it cannot be read, so that the use case says what is wrong with it.</summary>
    public static string Sent(FieldKind kind, string typed) => kind switch
    {
        FieldKind.Moment when TryMoment(typed, out var moment) => Sent(moment),
        FieldKind.Day when TryDay(typed, out var day) => day.ToString(),
        FieldKind.Date or FieldKind.KnownDate when TryDate(typed, out var date) => date.ToString(),
        _ => typed,
    };

    /// <summary>With the digits 0 to 9, one hyphen and one blank, and without the signs that only turn the order of what stands beside them.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.GetUnicodeCategory(sign) == UnicodeCategory.Format || (char.IsWhiteSpace(sign) && plain is [.., ' ']))
                continue;
            plain.Append(sign switch
            {
                >= '\u2010' and <= '\u2015' or '\u2212' or '\uFF0D' => '-',
                '\uFF1A' => ':',
                _ when char.IsWhiteSpace(sign) => ' ',
                _ when char.IsDigit(sign) => (char)('0' + (int)char.GetNumericValue(sign)),
                _ => sign,
            });
        }

        return plain.ToString();
    }

    private static WrittenDate? Read(string typed)
    {
        var plain = Plain(typed).Trim();
        return DateWriting.All.Select(writing => writing.Read(plain)).FirstOrDefault(read => read is not null);
    }

    private static TimeOnly? TimeOf(WrittenDate written)
    {
        if (written.Hour is not { } hour)
            return TimeOnly.MinValue;
        var text = $"{hour.PadLeft(2, '0')}:{written.Minute}:{written.Second ?? "00"}";
        return TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    private static TimeSpan? OffsetOf(WrittenDate written)
    {
        if (written.Offset is not { } text)
            return TimeSpan.Zero;
        if (!TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset) || offset > FarthestOffset)
            return null;
        return text[0] == '-' ? -offset : offset;
    }
}

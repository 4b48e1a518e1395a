using System.Globalization;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Exchange.Partners.Calendars;

/// <summary>
/// A time zone: <c>UTC</c>, an offset such as <c>+02:00</c>, or a name of the IANA database such as <c>Europe/Lisbon</c>. Whether this
/// machine's database has the name is asked when a calendar is set, not when a stored one is read.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<TimeZoneName>))]
public readonly record struct TimeZoneName : IParsableWord<TimeZoneName>
{
    private const int Longest = 64;

    private readonly string? _name;

    private TimeZoneName(string name) => _name = name;

    /// <summary>Coordinated universal time.</summary>
    public static TimeZoneName Utc { get; } = new("UTC");

    /// <summary>Reads a name or an offset.</summary>
    public static Parsed<TimeZoneName> Parse(string? text) =>
        text is { Length: > 0 and <= Longest } && (OffsetOf(text) is not null || IsName(text))
            ? new TimeZoneName(text)
            : new Fault("A time zone is UTC, an offset such as +02:00 up to 14 hours, or a name such as Europe/Lisbon.", "IANA time zone database");

    /// <summary>The zone on this machine; false where its database does not have the name.</summary>
    public bool TryFind(out TimeZoneInfo zone)
    {
        var name = ToString();
        if (OffsetOf(name) is { } offset)
        {
            zone = offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
            return true;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone!);
    }

    /// <inheritdoc/>
    public override string ToString() => _name ?? throw new InvalidOperationException("This time zone was never set.");

    private static TimeSpan? OffsetOf(string text)
    {
        if (text == "UTC")
            return TimeSpan.Zero;
        if (text is not ['+' or '-', _, _, ':', _, _]
            || !TimeSpan.TryParseExact(text.AsSpan(1), "hh\\:mm", CultureInfo.InvariantCulture, out var span) || span > TimeSpan.FromHours(14))
        {
            return null;
        }

        return text[0] == '-' ? -span : span;
    }

    // A name may not climb out of the directory that holds the database.
    private static bool IsName(string text) => char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+');
}

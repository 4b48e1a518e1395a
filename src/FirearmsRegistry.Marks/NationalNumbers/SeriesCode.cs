using System.Globalization;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.NationalNumbers;

/// <summary>
/// What the numbers of one series have in common: country, year of marking and class, the first five characters of each (<c>GH26A</c>).
/// </summary>
/// <remarks>A <c>default</c> code is none: its members throw <see cref="InvalidOperationException"/>.</remarks>
[JsonConverter(typeof(ParsedJsonConverter<SeriesCode>))]
public readonly record struct SeriesCode : IParsableWord<SeriesCode>
{
    private const string Rule = "A number series is a country (ISO 3166-1 alpha-2), two digits of the year and a class letter, for example GH26A.";

    private readonly string? _code;

    private SeriesCode(string code)
    {
        _code = code;
    }

    /// <summary>The country that issues the numbers.</summary>
    public CountryCode Country => CountryCode.TryFromAlpha2(ToString()[..2], out var country)
        ? country
        : throw new InvalidOperationException("A series code without a country cannot have been parsed.");

    /// <summary>The last two digits of the year of marking, 0 to 99.</summary>
    public int Year => int.Parse(ToString().AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The class of arms.</summary>
    public ClassLetter Class => ClassLetter.Parse(ToString()[4..]).GetOrThrow();

    /// <summary>The series of a country, year and class.</summary>
    /// <param name="country">A country of today; former and user-assigned ones issue no numbers.</param>
    /// <param name="year">The year of marking in two digits (0 to 99) or four (2000 to 2099).</param>
    /// <param name="classLetter">The class of arms.</param>
    public static Parsed<SeriesCode> For(CountryCode country, int year, ClassLetter classLetter)
    {
        if (country.IsFormer || country.IsUserAssigned)
            return new Fault("National numbers are issued by a country of today.", "ISO 3166-1");
        return year is (>= 0 and <= 99) or (>= 2000 and <= 2099)
            ? new SeriesCode(string.Create(CultureInfo.InvariantCulture, $"{country.Alpha2}{year % 100:00}{classLetter}"))
            : new Fault("The year of a number series lies between 2000 and 2099, or is given by its last two digits.");
    }

    /// <summary>Reads five characters in capitals.</summary>
    public static Parsed<SeriesCode> Parse(string? text) =>
        text is [_, _, >= '0' and <= '9', >= '0' and <= '9', _]
        && CountryCode.TryFromAlpha2(text[..2], out _)
        && ClassLetter.Parse(text[4..]).IsOk
            ? new SeriesCode(text)
            : new Fault(Rule, "ISO 3166-1");

    /// <summary>The five characters.</summary>
    public override string ToString() => MissingWord.Require(_code, nameof(SeriesCode));
}

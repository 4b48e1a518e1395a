using System.Globalization;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.CheckCharacters;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.NationalNumbers;

/// <summary>
/// A number that a registry issues for one arm, <c>CC YY L NNNNNNN KK</c>: country, year of marking, class, running number, and two
/// check characters (ISO/IEC 7064 MOD 1271-36) over the twelve before them.
/// </summary>
/// <remarks>
/// No I, O or Q stands outside the country, so numbers whose check characters hold one are never issued and are invalid.
/// Unlike a maker's serial, a number is kept in its corrected form: what was marked or typed is kept by the mark's own text.
/// A <c>default</c> number is none: its members throw <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(ParsedJsonConverter<NationalNumber>))]
public readonly record struct NationalNumber : IParsableWord<NationalNumber>, IComparable<NationalNumber>
{
    /// <summary>The number of characters without the spaces of the printed form.</summary>
    public const int Length = 14;

    /// <summary>The highest running number of a series.</summary>
    public const int MaxRunning = 9_999_999;

    private const string CheckSource = "ISO/IEC 7064 MOD 1271-36";

    private readonly string? _number;

    private NationalNumber(string number)
    {
        _number = number;
    }

    /// <summary>The series that the number belongs to.</summary>
    public SeriesCode Series => SeriesCode.Parse(ToString()[..5]).GetOrThrow();

    /// <summary>The country that issued the number.</summary>
    public CountryCode Country => Series.Country;

    /// <summary>The last two digits of the year of marking.</summary>
    public int Year => Series.Year;

    /// <summary>The class of arms.</summary>
    public ClassLetter Class => Series.Class;

    /// <summary>The running number in its series, 1 to <see cref="MaxRunning"/>.</summary>
    public int Running => int.Parse(ToString().AsSpan(5, 7), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The form that is marked and printed, for example <c>GH 26 A0000001 TG</c>.</summary>
    public string Printed => ToString() is var number ? $"{number[..2]} {number[2..4]} {number[4..12]} {number[12..]}" : "";

    /// <summary>
    /// Reads a number with or without the spaces of its printed form, in any letter case. Characters that wear to look alike are put right:
    /// I, O and Q are read as 1, 0 and 0, but in the two positions of the country 1 and 0 are read as I and O.
    /// </summary>
    public static Parsed<NationalNumber> Parse(string? text)
    {
        var number = NationalNumberReading.PutRight(text);
        if (number is null)
            return new Fault("A national number has 14 letters and digits: country, year, class, seven digits, two check characters (GH 26 A0000001 TG).");
        if (!SeriesCode.Parse(number[..5]).TryGet(out _, out var fault)) return fault;
        if (number.AsSpan(5, 7).ContainsAnyExceptInRange('0', '9'))
            return new Fault("The running number of a national number has seven digits.");
        if (number.AsSpan(5, 7).IndexOfAnyExcept('0') < 0)
            return new Fault("The running numbers of a series begin with 1.");
        return Mod1271x36.IsValid(number)
            ? new NationalNumber(number)
            : new Fault("The check characters do not fit: at least one character was read or typed wrongly.", CheckSource);
    }

    /// <summary>Orders by series, then by running number.</summary>
    public int CompareTo(NationalNumber other) => string.CompareOrdinal(_number, other._number);

    /// <summary>The 14 characters without spaces, as they are stored and carried in symbols.</summary>
    public override string ToString() => MissingWord.Require(_number, nameof(NationalNumber));
}

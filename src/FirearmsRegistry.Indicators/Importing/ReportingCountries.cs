using System.Collections.Frozen;
using System.Globalization;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Importing;

/// <summary>The countries that can stand in a table of counts: those with a code of ISO 3166 and a number of M49.</summary>
internal static class ReportingCountries
{
    private static readonly FrozenDictionary<string, CountryCode> ByAlpha3 = CountryCode.Current.Concat(CountryCode.Former)
        .Where(country => country.M49 is not null)
        .ToFrozenDictionary(country => country.Alpha3, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CountryCode>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByAlpha3.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Numbers = ByAlpha3.Values
        .Select(country => country.M49!.Value.ToString(CultureInfo.InvariantCulture)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds the country of an alpha-3 code in capitals.</summary>
    public static bool TryFind(ReadOnlySpan<char> alpha3, out CountryCode country) => BySpan.TryGetValue(alpha3, out country);

    /// <summary>Why a text is no country.</summary>
    public static string Unknown(ReadOnlySpan<char> text)
    {
        var suggestion = CountryCode.Parse(text.ToString()).Match(_ => null, fault => fault.Suggestion);
        return $"{Shown.Of(text)} is no country; a country is given by its ISO 3166-1 alpha-3 code in capitals"
            + (suggestion is null ? "." : $", here probably {suggestion}.");
    }

    /// <summary>Whether a text is the M49 number of some country, without leading zeros.</summary>
    public static bool HasM49(string number) => Numbers.Contains(number);

    /// <summary>Whether a number is the country's own of M49, with or without leading zeros.</summary>
    public static bool HasNumber(CountryCode country, ReadOnlySpan<char> m49) =>
        int.TryParse(m49, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == country.M49;
}

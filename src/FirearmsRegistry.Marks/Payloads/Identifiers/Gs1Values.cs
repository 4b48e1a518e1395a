using System.Globalization;

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>Rules of GS1 values beyond length and characters.</summary>
internal static class Gs1Values
{
    private const int AssetTypeLength = 14;
    private const int ShortestCompanyPrefix = 4;

    private static readonly HashSet<int> CountryNumbers =
        [.. CountryTable.Current.Concat(CountryTable.Former).Select(row => row.Number).OfType<int>()];

    /// <summary>
    /// The check digit at the end of the first <paramref name="length"/> digits: weights 3 and 1 from the right (GS1 General Specifications 7.9).
    /// </summary>
    public static Fault? CheckDigit(string identifier, string value, int length)
    {
        var sum = 0;
        for (var i = 0; i < length - 1; i++) sum += (value[i] - '0') * ((length - i) % 2 == 0 ? 3 : 1);
        return value[length - 1] - '0' == (10 - sum % 10) % 10 ? null : PayloadFaults.ValueCheckDigit(identifier, length - 1);
    }

    /// <summary>
    /// A GS1 element string has no separator that must be there, so a value that holds what readers write for one could not be told
    /// from two elements. No such value is written or taken.
    /// </summary>
    public static Fault? CarriesNoSeparator(string value)
    {
        var at = ControlCharacter.GroupSeparator.FindAnglesIn(value);
        return at < 0 ? null : PayloadFaults.ValueContent("A GS1 value holds no text that readers write for a separator.", null, at);
    }

    public static Fault? Country(string value) =>
        CountryNumbers.Contains(int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture))
            ? null
            : PayloadFaults.ValueContent("The country of origin is a number of ISO 3166-1.", "ISO 3166-1", 0);

    /// <summary>GRAI: a zero, twelve digits and their check digit, then a serial or nothing.</summary>
    public static Fault? ReturnableAsset(string value)
    {
        for (var i = 0; i < AssetTypeLength; i++)
        {
            if (!char.IsAsciiDigit(value[i]))
                return PayloadFaults.ValueCharacter("8003", "digits in its first fourteen places", ApplicationIdentifiers.Source, i);
        }

        return value[0] != '0'
            ? PayloadFaults.ValueContent("A GRAI (8003) begins with a zero.", ApplicationIdentifiers.Source, 0)
            : CheckDigit("8003", value, AssetTypeLength) ?? CarriesNoSeparator(value);
    }

    /// <summary>GIAI: begins with a GS1 company prefix, the shortest of which has four digits.</summary>
    public static Fault? IndividualAsset(string value)
    {
        var at = value.AsSpan(0, ShortestCompanyPrefix).IndexOfAnyExceptInRange('0', '9');
        return at >= 0
            ? PayloadFaults.ValueContent("A GIAI (8004) begins with a GS1 company prefix of at least four digits.", ApplicationIdentifiers.Source, at)
            : CarriesNoSeparator(value);
    }
}

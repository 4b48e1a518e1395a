using System.Collections.Frozen;

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>
/// ASC MH10.8.2 data identifiers. Those of IUID (MIL-STD-130N, table A-II) and a few useful ones have rules of their own; any other
/// well-formed identifier is kept with its value, because a separator tells where it ends.
/// </summary>
internal static class DataIdentifiers
{
    public const string Source = "ANSI MH10.8.2";

    private const string Iuid = "MIL-STD-130N table A-II";
    private const int MostDigits = 3;

    private static readonly HashSet<string> CountryCodes =
        [.. CountryTable.Current.Concat(CountryTable.Former).Select(row => row.Alpha2)];

    private static readonly FrozenDictionary<string, ElementRule> Rules = new[]
    {
        Any("S"), Any("1P"), Any("1T"), Any("25S"), Any("18V"), Any("22S"), Any("J"), Any("1J"),
        new("18S", Ncage.Length + 1, Payload.MaxLength, Characters.Printable, Iuid),
        new("17V", Ncage.Length, Ncage.Length, Characters.CapitalsAndDigits, Iuid),
        new("12V", 9, 9, Characters.Digits, Iuid),
        new("3V", 4, 12, Characters.Digits, Iuid),
        new("7L", 6, 6, Characters.CapitalsAndDigits, Iuid),
        new("I", 17, 17, Characters.CapitalsAndDigitsOfVin, "ISO 3779"),
        new("4L", 2, 2, Characters.Capitals, Source) { Content = Country },
        new("16D", 8, 8, Characters.Digits, Source) { Content = ValueDates.FullYearMonthDay },
        new("Q", 1, 15, Characters.Digits, Source),
        Any("Z") with { IsRepeatable = true },
    }.ToFrozenDictionary(rule => rule.Identifier);

    public static FoundIdentifier? Find(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && digits < MostDigits && char.IsAsciiDigit(text[digits])) digits++;
        if (digits == text.Length || !char.IsAsciiLetterUpper(text[digits])) return null;
        var identifier = text[..(digits + 1)];
        return Rules.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(identifier, out var rule)
            ? new FoundIdentifier(rule, identifier.Length, IsListed: true)
            : new FoundIdentifier(Any(identifier.ToString()) with { IsRepeatable = true }, identifier.Length, IsListed: false);
    }

    private static ElementRule Any(string identifier) => new(identifier, 1, Payload.MaxLength, Characters.Printable, Source);

    private static Fault? Country(string value) =>
        CountryCodes.Contains(value) ? null : PayloadFaults.ValueContent("The country of origin is an alpha-2 code of ISO 3166-1.", "ISO 3166-1", 0);
}

using System.Collections.Frozen;
using System.Globalization;

namespace FirearmsRegistry.Marks.Countries;

/// <summary>One line of the country lists.</summary>
internal sealed record CountryRow(string Alpha3, string Alpha2, int? Number, string Name, int? WithdrawnIn);

/// <summary>The country lists by their codes.</summary>
internal static class CountryTable
{
    public static readonly IReadOnlyList<CountryRow> Current = [.. Lines(CurrentCountries.Table).Select(ReadCurrent)];

    public static readonly IReadOnlyList<CountryRow> Former = [.. Lines(FormerCountries.Table).Select(ReadFormer)];

    public static readonly FrozenDictionary<string, CountryRow> ByAlpha3 =
        Current.Concat(Former).ToFrozenDictionary(row => row.Alpha3, StringComparer.Ordinal);

    // Withdrawn alpha-2 codes are left out: some were given to two countries (CS), some are in use again (AI, BQ, GE, SK).
    public static readonly FrozenDictionary<string, CountryRow> CurrentByAlpha2 =
        Current.ToFrozenDictionary(row => row.Alpha2, StringComparer.Ordinal);

    private static string[] Lines(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static CountryRow ReadCurrent(string line) => new(line[..3], line[4..6], Number(line[7..10]), line[11..], null);

    private static CountryRow ReadFormer(string line) =>
        new(line[..3], line[4..6], Number(line[7..10]), line[16..], int.Parse(line[11..15], CultureInfo.InvariantCulture));

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;

namespace FirearmsRegistry.Indicators.Importing;

/// <summary>Reads a year of counts.</summary>
internal static class YearText
{
    public static string Rule { get; } = FormattableString.Invariant($"a year is a whole number from {CountYears.First} to {CountYears.Last}.");

    public static bool TryRead(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out year) && CountYears.Has(year) && text.Trim().Length == 4;
}

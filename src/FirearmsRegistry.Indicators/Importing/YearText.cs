using System.Globalization;

namespace FirearmsRegistry.Indicators.Importing;

/// <summary>Reads a year of counts.</summary>
internal static class YearText
{
    private const int First = 1990;
    private const int Last = 2100;

    public static string Rule { get; } = FormattableString.Invariant($"a year is a whole number from {First} to {Last}.");

    public static bool TryRead(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= First and <= Last;
}

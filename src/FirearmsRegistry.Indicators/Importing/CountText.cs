using System.Globalization;

namespace FirearmsRegistry.Indicators.Importing;

/// <summary>Reads a count: empty is not reported, 0 is a reported zero.</summary>
internal static class CountText
{
    /// <summary>Reads the count; otherwise says why it is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, long most, out long? count, out string reason)
    {
        (count, reason) = (null, "");
        text = text.Trim();
        if (text.IsEmpty)
            return true;
        if (!text.ContainsAnyExceptInRange('0', '9'))
        {
            var fits = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most;
            count = fits ? number : null;
            reason = fits ? "" : FormattableString.Invariant($"{Shown.Of(text)} is too large; a count is at most {most}.");
            return fits;
        }

        reason = $"{Shown.Of(text)} is {Kind(text)}; a count is a whole number without signs and separators, or empty where it was not reported.";
        return false;
    }

    private static string Kind(ReadOnlySpan<char> text)
    {
        if (!decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
            return "no number";
        return number < 0 ? "negative" : number != decimal.Truncate(number) ? "a fraction" : "not written as a whole number";
    }
}

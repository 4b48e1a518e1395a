using System.Globalization;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Moments in queries.</summary>
internal static class RequestTimes
{
    public const string Rule = "Must be a time as in RFC 3339.";

    public const string Example = "2026-01-31T00:00:00Z";

    /// <summary>Reads a moment; one without an offset is taken as UTC.</summary>
    public static bool TryParse(string? text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}

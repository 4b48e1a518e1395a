using System.Globalization;
using System.Text.Json.Nodes;

namespace FirearmsRegistry.Web.Tracing.Crossing;

/// <summary>A last day as it is typed, where the use case takes a moment.</summary>
internal static class LastDay
{
    /// <summary>Puts the end of the day in its place; what is no day is left for the use case to refuse.</summary>
    public static void ToItsEnd(JsonObject body, string member)
    {
        if (DateOnly.TryParseExact(body[member]?.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            body[member] = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}

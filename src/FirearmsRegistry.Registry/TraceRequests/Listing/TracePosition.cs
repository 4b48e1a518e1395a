using System.Globalization;

namespace FirearmsRegistry.Registry.TraceRequests.Listing;

/// <summary>Where a page of the list ended.</summary>
/// <param name="DueAt">When the last request was due; null in the order of filing.</param>
/// <param name="Id">The last request; null before the first one.</param>
internal readonly record struct TracePosition(DateTimeOffset? DueAt, Guid? Id)
{
    public static string Of(TraceRequestLine line, bool byDue) =>
        byDue ? string.Create(CultureInfo.InvariantCulture, $"{line.DueAt!.Value.UtcTicks}:{line.Id:N}") : line.Id.ToString();

    public static bool TryParse(string? text, bool byDue, out TracePosition position)
    {
        position = default;
        if (text is null)
            return true;
        DateTimeOffset? due = null;
        if (byDue)
        {
            if (text.Split(':') is not [var ticks, var last]
                || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks)
            {
                return false;
            }

            (due, text) = (new DateTimeOffset(at, TimeSpan.Zero), last);
        }

        if (!Guid.TryParse(text, out var id))
            return false;
        position = new TracePosition(due, id);
        return true;
    }
}

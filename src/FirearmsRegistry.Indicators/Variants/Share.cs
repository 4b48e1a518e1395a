namespace FirearmsRegistry.Indicators.Variants;

/// <summary>The arithmetic of shares: exact until the last step, rounded once.</summary>
internal static class Share
{
    /// <summary>The share in percent, not rounded; null when a part was not reported or there is nothing to divide by.</summary>
    public static decimal? Of(long? numerator, long? denominator) =>
        numerator is { } part && denominator is { } whole and not 0 ? 100m * part / whole : null;

    public static decimal? ToPercent(decimal? share) =>
        share is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null;
}

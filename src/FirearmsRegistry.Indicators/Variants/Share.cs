namespace FirearmsRegistry.Indicators.Variants;

/// <summary>The arithmetic of shares: exact until the last step, rounded once.</summary>
internal static class Share
{
    /// <summary>The share in percent, not rounded; null when a part was not reported or there is nothing to divide by.</summary>
    public static decimal? Of(long? numerator, long? denominator) =>
        numerator is { } part && denominator is { } whole and not 0 ? 100m * part / whole : null;

    /// <summary>
    /// The mean of one share, or of two, brought to one fraction before the only division: two thirds that were divided first would no longer
    /// add up, and a half could be rounded to the wrong side.
    /// </summary>
    public static decimal? Mean(params IReadOnlyList<(long Part, long Whole)> shares) => shares switch
    {
        [var one] => Of(one.Part, one.Whole),
        [var one, var other] => 100m * (((decimal)one.Part * other.Whole) + ((decimal)other.Part * one.Whole)) / (2m * one.Whole * other.Whole),
        _ => throw new ArgumentException("The mean is of one year or two.", nameof(shares)),
    };

    public static decimal? ToPercent(decimal? share) =>
        share is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null;
}

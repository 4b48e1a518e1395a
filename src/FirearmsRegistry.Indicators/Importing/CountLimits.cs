namespace FirearmsRegistry.Indicators.Importing;

/// <summary>The greatest counts that are taken for counts and not for slips of the hand.</summary>
public static class CountLimits
{
    /// <summary>The most arms of one line; it is about as many as there are in the world.</summary>
    public const long MostArms = 999_999_999;

    /// <summary>The most of anything, rounds of ammunition among them.</summary>
    public const long Most = 999_999_999_999;
}

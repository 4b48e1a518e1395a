namespace FirearmsRegistry.Indicators.Counts;

/// <summary>Adds counts of which some were not reported: not reported and zero stay apart.</summary>
public static class Reported
{
    /// <summary>The sum of two; null where neither was reported.</summary>
    public static long? Add(long? left, long? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        _ => checked(left + right),
    };

    /// <summary>The sum of those that were reported; null where none was.</summary>
    public static long? Sum(IEnumerable<long?> counts) => counts.Aggregate((long?)null, Add);
}

namespace FirearmsRegistry.Indicators.Counts;

/// <summary>Adds counts of which some were not reported: not reported and zero stay apart.</summary>
internal static class Reported
{
    public static long? Add(long? left, long? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        _ => checked(left + right),
    };

    public static long? Sum(IEnumerable<long?> counts) => counts.Aggregate((long?)null, Add);
}

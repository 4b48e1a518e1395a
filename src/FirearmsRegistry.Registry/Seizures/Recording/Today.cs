using FirearmsRegistry.Marks.Dates;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>Whether a local date lies in the future, wherever on earth it was written down.</summary>
internal static class Today
{
    /// <summary>No clock on earth is more than fourteen hours before UTC.</summary>
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromHours(14);

    public static bool IsBefore(PartialDate date, DateTimeOffset now) =>
        date.CertainlyAfter(DateOnly.FromDateTime((now.ToUniversalTime() + FurthestAhead).DateTime));
}

using Marten;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>The single counts of a year as they stand, or as they were known at a moment.</summary>
internal static class ImportedYear
{
    public static async Task<IReadOnlyList<ImportedCount>> ReadAsync(
        IQuerySession session, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        var current = await session.Query<ImportedCount>().Where(count => count.Year == year).OrderBy(count => count.Id).ToListAsync(token);
        if (knownAt is not { } moment)
            return current;
        var known = new List<ImportedCount>();
        foreach (var count in current)
        {
            if (count.RecordedAt <= moment)
                known.Add(count);
            else if (await session.Events.AggregateStreamAsync<ImportedCount>(count.Id, timestamp: moment, token: token) is { Subject: not null } then)
                known.Add(then);
        }

        return known;
    }
}

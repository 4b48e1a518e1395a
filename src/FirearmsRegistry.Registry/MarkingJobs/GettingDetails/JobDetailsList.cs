using Marten;

namespace FirearmsRegistry.Registry.MarkingJobs.GettingDetails;

/// <summary>Loads many jobs in the order in which their ids are given.</summary>
internal static class JobDetailsList
{
    public static async Task<IReadOnlyList<MarkingJobDetails>> LoadAsync(IQuerySession session, IReadOnlyList<Guid> ids, CancellationToken token)
    {
        if (ids.Count == 0)
            return [];
        var found = (await session.LoadManyAsync<MarkingJobDetails>(token, ids.ToArray())).ToDictionary(job => job.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }
}

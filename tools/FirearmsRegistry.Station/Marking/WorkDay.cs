using FirearmsRegistry.Station.Merging;
using FirearmsRegistry.Station.Speaking;
using FirearmsRegistry.Station.TakingAlong;

namespace FirearmsRegistry.Station.Marking;

/// <summary>
/// A run of the station: what an earlier run left is put in order, then jobs are done until there are enough or none, and the log is
/// merged.
/// </summary>
internal sealed class WorkDay(
    Workshop workshop, JobTaker taker, RegistryJobs jobs, JobStories stories, JobStock stock, LogMerging merging, MergePump pump, Journal journal,
    TimeProvider time)
{
    private const int WaitSeconds = 20;

    private static readonly TimeSpan WithoutNetwork = TimeSpan.FromSeconds(10);

    // The marks that are on the metal as far as the registry knows: the machine said so, or a person who looked.
    private readonly HashSet<Guid> _found = [];

    /// <summary>Works.</summary>
    /// <param name="most">How many jobs to bring to an end.</param>
    /// <param name="untilNone">Whether to end when there is no job, rather than wait for one.</param>
    /// <param name="token">Ends the work between two jobs.</param>
    /// <returns>How many jobs ended otherwise than read as ordered.</returns>
    public async Task<int> RunAsync(int most, bool untilNone, CancellationToken token)
    {
        workshop.EndInterrupted();
        pump.Due();
        await ReconcileAsync(token);
        await ReadDueAsync(token);
        var (done, otherwise) = (0, 0);
        var waiting = new HashSet<Guid>();
        while (done < most && !token.IsCancellationRequested)
        {
            if (Next(waiting) is not { } job)
            {
                var found = await FindAsync(untilNone, token);
                if (found is null && untilNone)
                    break;
                waiting.Clear();
                continue;
            }

            var end = await workshop.MarkAsync(job, token);
            if (end == JobEnd.Waits)
            {
                waiting.Add(job.Id);
                continue;
            }

            done++;
            if (end != JobEnd.AsOrdered)
                otherwise++;
        }

        await MergeAsync(token);
        return otherwise;
    }

    /// <summary>Reads one mark back that is on the metal, from the pictures that are there.</summary>
    /// <exception cref="StationException">There is no such mark to be read.</exception>
    public async Task<JobEnd> ReadAsync(Guid id, CancellationToken token)
    {
        await ReconcileAsync(token);
        if (stock.Find(id) is not { } job || !IsReadingDue(job))
            throw new StationException("This station has no mark of that job to be read back. An arm in quarantine is inspected first.");
        var end = await workshop.ReadBackAsync(job, TimeSpan.Zero, token);
        await MergeAsync(token);
        return end;
    }

    private bool IsReadingDue(StationJob job) =>
        stories[job.Id].IsReadingDue(job) || (_found.Contains(job.Id) && !stories[job.Id].IsReadAsOrdered(job));

    private StationJob? Next(HashSet<Guid> waiting) =>
        stock.All().FirstOrDefault(job => !waiting.Contains(job.Id) && stories[job.Id].MayStart);

    /// <summary>Takes a job that is offered; null where there is none or no network.</summary>
    private async Task<StationJob?> FindAsync(bool untilNone, CancellationToken token)
    {
        try
        {
            return await taker.TakeNextAsync(untilNone ? 0 : WaitSeconds, token);
        }
        catch (UnreachableException)
        {
            if (!untilNone)
                await Task.Delay(WithoutNetwork, time, token);
            return null;
        }
    }

    /// <summary>Puts the station's word and the registry's side by side, where there is a network.</summary>
    private async Task ReconcileAsync(CancellationToken token)
    {
        try
        {
            await merging.MergeAsync(token);
            var (_, held) = await jobs.WaitAsync(0, token);
            foreach (var job in held)
                Reconcile(job);
            await merging.MergeAsync(token);
        }
        catch (UnreachableException)
        {
            journal.Say(null, "no network: only jobs that were taken along are done");
        }
    }

    private void Reconcile(StationJob job)
    {
        if (job.State == "marking" && stories[job.Id].StartedAt is null)
            workshop.EndUnknown(job.Id, "The registry knows of a start that is not in the station's log.");
        if (job.State is not ("marked" or "read_back"))
            return;
        _found.Add(job.Id);
        if (stock.Find(job.Id) is null)
            stock.Keep(job);
    }

    private async Task ReadDueAsync(CancellationToken token)
    {
        foreach (var job in stock.All().Where(IsReadingDue))
            await workshop.ReadBackAsync(job, TimeSpan.Zero, token);
    }

    private async Task MergeAsync(CancellationToken token)
    {
        try
        {
            await merging.MergeAsync(token);
        }
        catch (UnreachableException)
        {
            journal.Say(null, "no network: 'registry-station merge' tells the registry later what was done");
        }
    }
}

using FirearmsRegistry.Station.Marking;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.TakingAlong;

/// <summary>Claims jobs: one by one for work with a network, or for days, to be taken along.</summary>
internal sealed class JobTaker(RegistryJobs jobs, JobStock stock, StationClock clock, Journal journal)
{
    private readonly Queue<StationJob> _offered = new();

    /// <summary>Claims the next job that is offered; null where none is, after the wait.</summary>
    public async Task<StationJob?> TakeNextAsync(int waitSeconds, CancellationToken token)
    {
        if (_offered.Count == 0 && await LookAsync(waitSeconds, token) is { } claimed)
            return claimed;
        while (_offered.TryDequeue(out var offered))
        {
            if (await ClaimAsync(offered, null, token) is { } taken)
                return taken;
        }

        return null;
    }

    /// <summary>Claims so many jobs for so long a time, or as many as there are.</summary>
    public async Task<int> TakeAlongAsync(int most, TimeSpan time, CancellationToken token)
    {
        var taken = 0;
        while (taken < most)
        {
            if (_offered.Count == 0)
                await LookAsync(0, token);
            if (!_offered.TryDequeue(out var offered))
                break;
            if (await ClaimAsync(offered, clock.Now + time, token) is not null)
                taken++;
        }

        return taken;
    }

    /// <summary>Keeps a job that the registry gave to the station; the registry knows of the claim, so the log need not tell it.</summary>
    private void Keep(StationJob job)
    {
        stock.Keep(job);
        journal.Say(job.Id, "claimed");
    }

    /// <summary>Looks what is offered.</summary>
    /// <returns>A job that was claimed already, by a claim whose answer was lost or a run that was killed.</returns>
    private async Task<StationJob?> LookAsync(int waitSeconds, CancellationToken token)
    {
        var (offered, held) = await jobs.WaitAsync(waitSeconds, token);
        foreach (var job in offered)
            _offered.Enqueue(job);
        List<StationJob> unknown = [.. held.Where(job => job.State == "sent" && stock.Find(job.Id) is null)];
        foreach (var job in unknown)
            Keep(job);
        return unknown.FirstOrDefault();
    }

    private async Task<StationJob?> ClaimAsync(StationJob offered, DateTimeOffset? until, CancellationToken token)
    {
        var reply = await jobs.ClaimAsync(offered, until, Guid.CreateVersion7(), token);
        if (!reply.IsSuccess)
        {
            // Another station was quicker, or the order was withdrawn.
            journal.Say(offered.Id, $"not claimed: {reply.Problem}");
            return null;
        }

        var job = StationJob.Read(reply.Body);
        Keep(job);
        return job;
    }
}

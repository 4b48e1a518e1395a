using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.Merging;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.Marking;

/// <summary>
/// Records a start before the machine is told to go: at the registry, and then in the log. Without a network the log alone is enough for a
/// job that was taken along; any other one waits.
/// </summary>
internal sealed class StartRecorder(
    Guid station, RegistryJobs jobs, SigningLog log, JobStories stories, JobStock stock, LogMerging merging, StationClock clock, Journal journal)
{
    /// <summary>
    /// A lease that ends sooner is that of work with a network: the registry would offer the job to another station before it hears of
    /// the start.
    /// </summary>
    private static readonly TimeSpan ShortestLeaseWithoutNetwork = TimeSpan.FromHours(1);

    // A start whose answer was lost is asked again as the same request, never as a second start.
    private readonly Dictionary<Guid, Guid> _keys = [];

    public DateTimeOffset Now => clock.Now;

    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<JobEnd> RecordAsync(StationJob job, CancellationToken token)
    {
        var start = new JsonObject { ["stationId"] = station, ["startedOn"] = DayOf(clock.Now) };
        var recorded = JobEnd.Started;
        try
        {
            recorded = await TellAsync(job, start, token);
        }
        catch (UnreachableException)
        {
            if (job.LeaseEndsAt - clock.Now < ShortestLeaseWithoutNetwork + TimeSpan.FromSeconds(clock.UncertaintySeconds))
            {
                journal.Say(job.Id, "waits for the network: it was not taken along");
                return JobEnd.Waits;
            }

            journal.Say(job.Id, "started without a network");
        }

        if (recorded != JobEnd.Started)
            return recorded;
        log.Append(new LogLine(StationAct.Started, job.Id, start));
        journal.Say(job.Id, "started");
        return JobEnd.Started;
    }

    private async Task<JobEnd> TellAsync(StationJob job, JsonObject start, CancellationToken token)
    {
        if (!_keys.TryGetValue(job.Id, out var key))
            _keys[job.Id] = key = Guid.CreateVersion7();
        if (stories[job.Id].OrderedHere)
        {
            // The registry hears of the order from the log.
            await merging.MergeAsync(token);
            if (await jobs.FindAsync(job.Id, token) is not { } known)
                return Refuse(job, "The registry did not accept the order.");
            job = known;
        }

        var reply = await jobs.StartAsync(job, start, key, token);
        if (reply.Status == 412 && await jobs.FindAsync(job.Id, token) is { } moved)
            reply = await jobs.StartAsync(moved, start, key, token);
        return reply.IsSuccess ? JobEnd.Started : Refuse(job, $"{reply.Problem}: {reply.Words}");
    }

    private JobEnd Refuse(StationJob job, string why)
    {
        log.Append(LogLine.Note($"Job {job.Id} was not started. {why}"));
        stock.Drop(job.Id, why);
        journal.Say(job.Id, $"not started: {why}");
        return JobEnd.NotStarted;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.Station.Speaking;

namespace FirearmsRegistry.Station.Marking;

/// <summary>The marking jobs at the registry.</summary>
internal sealed class RegistryJobs(RegistryApi api, Guid station)
{
    /// <summary>What there is to do; waits so many seconds for a job to be offered.</summary>
    public async Task<(IReadOnlyList<StationJob> Offered, IReadOnlyList<StationJob> Held)> WaitAsync(int seconds, CancellationToken token)
    {
        var reply = (await api.GetAsync(string.Create(CultureInfo.InvariantCulture, $"api/v1/stations/{station}/jobs?wait={seconds}"), token))
            .OrThrow("The jobs cannot be read");
        return (StationJob.ReadAll(reply.Body.GetProperty("offered")), StationJob.ReadAll(reply.Body.GetProperty("held")));
    }

    public async Task<StationJob?> FindAsync(Guid job, CancellationToken token)
    {
        var reply = await api.GetAsync($"api/v1/marking-jobs/{job}", token);
        return reply.Status == 404 ? null : StationJob.Read(reply.OrThrow("The job cannot be read").Body);
    }

    /// <summary>Takes a job, for the usual lease or until a time.</summary>
    public Task<Reply> ClaimAsync(StationJob job, DateTimeOffset? until, Guid key, CancellationToken token) =>
        api.PostAsync($"api/v1/marking-jobs/{job.Id}/claims", ClaimOf(station, until), job.Version, key, token);

    public Task<Reply> StartAsync(StationJob job, JsonObject start, Guid key, CancellationToken token) =>
        api.PostAsync($"api/v1/marking-jobs/{job.Id}/starts", start, job.Version, key, token);

    public static JsonObject ClaimOf(Guid station, DateTimeOffset? until)
    {
        var body = new JsonObject { ["stationId"] = station };
        if (until is { } time)
            body["until"] = time;
        return body;
    }
}

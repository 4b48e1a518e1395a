using System.CommandLine;
using FirearmsRegistry.Station.Marking;

namespace FirearmsRegistry.Station.ShowingStatus;

/// <summary><c>jobs</c>: what the registry offers to the station, and what it holds.</summary>
internal static class JobsCommand
{
    public static Command Create() => new Command("jobs", "Shows the jobs that the registry offers, and those that the station has.").Doing(async (parsed, output, token) =>
    {
        using var session = parsed.Session(output);
        var (offered, held) = await new RegistryJobs(session.Api, session.Settings.StationId).WaitAsync(0, token);
        foreach (var job in held.Concat(offered))
            await output.WriteLineAsync($"{job.Id} {job.Text} {job.State}".AsMemory(), token);
        return 0;
    });
}

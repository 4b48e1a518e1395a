using System.CommandLine;
using FirearmsRegistry.Station.Marking;

namespace FirearmsRegistry.Station.ShowingStatus;

/// <summary><c>status</c>: the jobs at hand and the end of the log, from the folder alone.</summary>
internal static class StatusCommand
{
    public static Command Create() => new Command("status", "Shows the jobs of the station as its log tells of them; needs no network.").Doing(async (parsed, output, token) =>
    {
        using var session = parsed.Session(output);
        var stories = new JobStories(session.File);
        foreach (var job in new JobStock(session.File).All())
            await output.WriteLineAsync($"{job.Id} {job.Text} {Word(stories[job.Id], job)}".AsMemory(), token);
        var conflicts = session.File.Query("select counter, problem from conflict order by counter", row => $"{row.GetInt64(0)} {row.GetString(1)}");
        foreach (var conflict in conflicts)
            await output.WriteLineAsync($"conflict at entry {conflict}".AsMemory(), token);
        await output.WriteLineAsync($"{session.File.Head.Counter} entries in the log.".AsMemory(), token);
        return 0;
    });

    private static string Word(JobStory story, StationJob job) =>
        story.IsReadAsOrdered(job) ? "read back as ordered"
        : story.WasInterrupted ? "interrupted"
        : story.Outcome ?? "to be done";
}

using System.CommandLine;
using FirearmsRegistry.Station.ReadingBack;

namespace FirearmsRegistry.Station.Merging;

/// <summary><c>merge</c>: tells the registry what the log has and it has not, and gives unused numbers back.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var keep = new Option<bool>("--keep-numbers") { Description = "Keeps unused numbers for further work without a network." };
        return new Command("merge", "Tells the registry what was done without a network, and gives unused numbers back.") { keep }.Doing(async (parsed, output, token) =>
        {
            using var session = parsed.Session(output);
            await using var station = session.Unlock(parsed.Pin(output), new SimulatedOperator());
            var merged = await station.Merging.MergeAsync(token);
            await output.WriteLineAsync($"{merged.Accepted} entries accepted, {merged.AlreadyKnown} already known, {merged.Conflicts} conflicts for a registrar.");
            if (!parsed.GetValue(keep))
                await output.WriteLineAsync($"{await station.Numbers.ReturnAsync(token)} unused numbers given back.");
            return 0;
        });
    }
}

using System.CommandLine;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Enrolling;

namespace FirearmsRegistry.Station.Logging;

/// <summary><c>log verify</c>: checks the whole log.</summary>
internal static class LogCommand
{
    public static Command Create() => new("log", "The station's log.")
    {
        new Command("verify", "Checks that no entry of the log was altered, left out or added.").Doing(async (parsed, output, token) =>
        {
            using var session = parsed.Session(output);
            using var key = KeyFiles.Station(session.Folder);
            List<string> faults = [.. LogCheck.Faults(session.File.After(0), session.Settings.StationId, SigningKey.Of(key))];
            foreach (var fault in faults)
                await output.WriteLineAsync(fault.AsMemory(), token);
            await output.WriteLineAsync($"{session.File.Head.Counter} entries, {faults.Count} faults.".AsMemory(), token);
            return faults.Count == 0 ? 0 : StationCommand.Refused;
        }),
    };
}

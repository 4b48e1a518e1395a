using System.CommandLine;
using FirearmsRegistry.Station.Marking;

namespace FirearmsRegistry.Station.ReadingBack;

/// <summary><c>read</c>: reads one mark back that is on the metal, such as one that a person found there at an inspection.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var job = new Option<Guid>("--job") { Description = "The marking job.", HelpName = "ID", Required = true };
        var picture = new Option<FileInfo?>("--picture") { Description = "The picture of the mark; those in the camera's folder by default.", HelpName = "FILE" };
        var simulated = WorkCommand.SimulatedOperatorOption();
        return new Command("read", "Reads a mark back that is on the metal and was not read as ordered yet.") { job, picture, simulated }
            .Doing(async (parsed, output, token) =>
            {
                using var session = parsed.Session(output);
                await using var station = session.Unlock(
                    parsed.Pin(output), WorkCommand.Operator(parsed.GetValue(simulated), output), parsed.GetValue(picture) is { } file ? new FileCamera(file) : null);
                return await station.Work.ReadAsync(parsed.GetValue(job), token) == JobEnd.AsOrdered ? 0 : 1;
            });
    }
}

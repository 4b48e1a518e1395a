using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Station.ReadingBack;

namespace FirearmsRegistry.Station.Ordering;

/// <summary><c>order</c>: orders a mark with a lent number.</summary>
internal static class OrderCommand
{
    public static Command Create()
    {
        var firearm = new Option<Guid>("--firearm") { Description = "The firearm's id at the registry.", HelpName = "ID", Required = true };
        var template = new Option<FileInfo>("--like") { Description = "A file with mark, layout and payload, as POST /marking-jobs takes them.", HelpName = "FILE", Required = true };
        return new Command("order", "Orders a mark with a number that was lent to the station; needs no network.") { firearm, template }
            .Doing(async (parsed, output, token) =>
            {
                using var session = parsed.Session(output);
                var like = await ReadAsync(parsed.GetRequiredValue(template), token);
                await using var station = session.Unlock(parsed.Pin(output), new SimulatedOperator());
                var job = station.Ordering.Order(parsed.GetValue(firearm), like);
                await output.WriteLineAsync($"{job.Id} {job.Text}");
                return 0;
            });
    }

    private static async Task<JsonObject> ReadAsync(FileInfo file, CancellationToken token)
    {
        try
        {
            return JsonNode.Parse(await File.ReadAllTextAsync(file.FullName, token)) as JsonObject ?? throw new StationException($"{file} holds no JSON object.");
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            throw new StationException($"{file} cannot be read: {fault.Message}", fault);
        }
    }
}

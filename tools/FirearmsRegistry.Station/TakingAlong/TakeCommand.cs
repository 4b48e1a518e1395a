using System.CommandLine;
using FirearmsRegistry.Station.ReadingBack;

namespace FirearmsRegistry.Station.TakingAlong;

/// <summary><c>take</c>: takes jobs along for work without a network.</summary>
internal static class TakeCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many jobs.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var days = new Option<double>("--days") { Description = "For how long; 14 days at the most.", HelpName = "DAYS", DefaultValueFactory = _ => 3 };
        return new Command("take", "Takes jobs along, to be done without a network.") { count, days }.Doing(async (parsed, output, token) =>
        {
            using var session = parsed.Session(output);
            await using var station = session.Unlock(parsed.Pin(output), new SimulatedOperator());
            var taken = await station.Taker.TakeAlongAsync(parsed.GetValue(count), TimeSpan.FromDays(parsed.GetValue(days)), token);
            await output.WriteLineAsync($"{taken} jobs taken along.");
            return 0;
        });
    }
}

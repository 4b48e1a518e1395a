using System.CommandLine;
using FirearmsRegistry.Station.ReadingBack;

namespace FirearmsRegistry.Station.Marking;

/// <summary><c>work</c>: does marking jobs.</summary>
internal static class WorkCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many jobs to do; without end by default.", HelpName = "N", DefaultValueFactory = _ => int.MaxValue };
        var untilNone = new Option<bool>("--until-none") { Description = "Ends when there is no job, rather than wait for one." };
        var simulated = SimulatedOperatorOption();
        return new Command("work", "Does marking jobs: those at hand first, then those that the registry offers.") { count, untilNone, simulated }
            .Doing(async (parsed, output, token) =>
            {
                using var session = parsed.Session(output);
                await using var station = session.Unlock(parsed.Pin(output), Operator(parsed.GetValue(simulated), output));
                return await station.Work.RunAsync(parsed.GetValue(count), parsed.GetValue(untilNone), token) == 0 ? 0 : 1;
            });
    }

    /// <summary>The option of commands that read marks back.</summary>
    public static Option<bool> SimulatedOperatorOption() => new("--simulated-operator")
    {
        Description = "For trials: the text is taken from the file that the simulator leaves beside each picture.",
    };

    /// <summary>Who keys the text.</summary>
    public static IOperator Operator(bool isSimulated, TextWriter output) =>
        isSimulated ? new SimulatedOperator() : new KeyboardOperator(Console.In, output);
}

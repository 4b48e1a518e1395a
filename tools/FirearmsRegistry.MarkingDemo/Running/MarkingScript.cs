using FirearmsRegistry.MarkingDemo.Hosting;
using FirearmsRegistry.MarkingDemo.Showing;

namespace FirearmsRegistry.MarkingDemo.Running;

/// <summary>What happens in a run of the demo, in its order.</summary>
/// <param name="orders">How many arms are marked.</param>
/// <param name="cutNetworkAfter">After which order the network is cut.</param>
/// <param name="cutPowerAfter">After which order the power is cut.</param>
/// <param name="folder">Where everything is left.</param>
/// <param name="output">Where it is told.</param>
internal sealed class MarkingScript(int orders, int? cutNetworkAfter, int? cutPowerAfter, string folder, TextWriter output)
{
    private const string ReadAsOrdered = "read back as ordered";

    public async Task<int> RunAsync(CancellationToken token)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        Say("Starting the server with a PostgreSQL of its own.");
        await using var server = await DemoServer.StartAsync(token);
        using var register = new DemoRegister(server, TimeProvider.System);
        await using var workshop = new DemoWorkshop(folder, server.Port);
        var station = await register.StationAsync(token);
        var (key, person) = await workshop.SetUpAsync(station, server.Tokens["MARKING_OPERATOR"], token);
        await register.EnrolAsync(station, key, person, token);
        await workshop.RunAsync(token, "enrol");
        var jobs = await register.OrderAsync(station, orders, token);
        Say($"{orders} arms registered and their marks ordered; the station and its operator are enrolled, the machine is at {workshop.Machine.Address}.");
        if (cutNetworkAfter is not null || cutPowerAfter is not null)
            Tell(await workshop.RunAsync(token, "take", "--days", "1"));

        await WorkAsync(workshop, token);
        if (cutNetworkAfter is not null)
            Say("The network is mended.");
        workshop.Network.Mend();
        Tell(await workshop.RunAsync(token, "merge"));
        Tell(await workshop.RunAsync(token, "log", "verify"));
        return await ResultTable.PrintAsync(register, workshop, jobs, output, token) ? 0 : 1;
    }

    /// <summary>Runs the station until nothing is left to do; after a power cut once more.</summary>
    private async Task WorkAsync(DemoWorkshop workshop, CancellationToken token)
    {
        var done = 0;
        var hasPower = false;
        while (!hasPower)
        {
            hasPower = true;
            await using var station = workshop.Start("work", "--until-none", "--simulated-operator");
            while (await station.ReadLineAsync(token) is { } line)
            {
                Tell(line);
                if (line.EndsWith(ReadAsOrdered, StringComparison.Ordinal) && ++done == cutNetworkAfter)
                {
                    workshop.Network.Cut();
                    Say($"The network is cut after order {done}.");
                }

                if (done == cutPowerAfter && line.EndsWith(" started", StringComparison.Ordinal))
                {
                    done++;
                    hasPower = false;
                    await workshop.Machine.WaitUntilAsync(machine => machine.Starts == done, token);
                    workshop.Machine.PowerOff();
                    await station.KillAsync(token);
                    Say($"The power of station and machine is cut after order {done - 1}, while order {done} is marked. It comes back.");
                    break;
                }
            }

            if (hasPower)
                await station.EndAsync(token);
            if (hasPower && station.ExitCode is not (0 or 1))
                throw new InvalidOperationException(await station.ErrorsAsync());
        }
    }

    private void Say(string what) => output.WriteLine(what);

    private void Tell(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            output.WriteLine($"  station: {line}");
    }
}

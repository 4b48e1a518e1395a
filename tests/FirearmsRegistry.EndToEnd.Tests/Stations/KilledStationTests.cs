using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Stations;

/// <summary>The station's program killed at random points, with its machine and its network.</summary>
public sealed class KilledStationTests(ReachableHost host) : IClassFixture<ReachableHost>
{
    private const int Kills = 50;
    private const int MostRuns = 150;
    private const int Seed = 20261124;

    private readonly MarkingScenario _marking = new(host);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_fifty_kills_log_machine_and_register_agree_or_the_arm_is_in_quarantine()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var series = await _marking.SeriesAsync("K");
        var random = new Random(Seed);
        var jobs = new List<Guid>();
        var killed = 0;
        for (var run = 0; killed < Kills; run++)
        {
            Assert.True(run < MostRuns, $"Only {killed} of {run} runs could be killed.");
            for (var i = 0; i < 3; i++)
                jobs.Add((await _marking.OrderedAsync($"K{run}-{i}", series, bench.Id)).Id);
            if (await RunAndKillAsync(bench, random))
                killed++;
        }

        bench.Network.Mend();
        await bench.RunAsync("work", "--until-none", "--simulated-operator");

        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in jobs)
        {
            var state = await CheckAsync(bench, (await _marking.GetAsync(id)).Expect(200));
            ends[state] = ends.GetValueOrDefault(state) + 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} kills, {bench.Machine.Starts} starts: {string.Join(", ", ends.Select(end => $"{end.Value} {end.Key}"))}");
        Assert.Subset(new HashSet<string> { "marked", "unknown_mark_state", "verified" }, ends.Keys.ToHashSet());
        Assert.True(ends["verified"] > ends.Values.Sum() / 2, "Most jobs end as ordered.");
        Assert.Contains(" 0 faults", await bench.ExpectAsync("log", "verify"), StringComparison.Ordinal);
        Assert.Empty((await _marking.Registrar.GetAsync($"/api/v1/stations/{bench.Id}/log-conflicts")).Expect(200).Body!["items"]!.AsArray());
    }

    /// <summary>What the metal and the register say of one job.</summary>
    private async Task<string> CheckAsync(StationBench bench, ApiAnswer job)
    {
        var (state, cuts) = (StateOf(job), bench.CutsOf(job));
        Assert.True(cuts.Count <= 1, $"{TextOf(job)} was cut {cuts.Count} times.");
        // Marked: the arm is there to be read, but the pictures that were taken of it cannot be.
        if (state is "verified" or "marked")
            Assert.True(Assert.Single(cuts).IsWhole);
        if (state == "unknown_mark_state")
            Assert.Equal("quarantined", (await _marking.ArmAsync(job))["status"]!.GetValue<string>());
        return state;
    }

    /// <summary>One run, killed after some lines of its journal and a moment; false where it ended before.</summary>
    private static async Task<bool> RunAndKillAsync(StationBench bench, Random random)
    {
        var (lines, moment, misfortune) = (random.Next(0, 12), TimeSpan.FromMilliseconds(random.Next(0, 30)), random.Next(6));
        if (misfortune is 0)
            await bench.ExpectAsync("take", "--count", "2");
        using var process = bench.Start("work", "--until-none", "--simulated-operator");
        var errors = process.StandardError.ReadToEndAsync(Token);
        for (var line = 0; line < lines; line++)
        {
            if (line == lines / 2 && misfortune is 0 or 1)
                bench.Network.Cut();
            if (await process.StandardOutput.ReadLineAsync(Token) is null)
                break;
        }

        // Not a wait for something, but the random point itself.
        await Task.Delay(lines == 0 ? moment * 30 : moment, Token);
        if (misfortune is 2)
            bench.Machine.PowerOff();
        var wasKilled = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(Token);
        Assert.DoesNotContain("Unhandled", await errors, StringComparison.Ordinal);
        bench.Network.Mend();
        return wasKilled;
    }
}

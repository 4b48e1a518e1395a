using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Stations;

/// <summary>A server that the station's program can reach.</summary>
public sealed class ReachableHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override bool OnPort => true;
}

public sealed class WorkingTests(ReachableHost host) : IClassFixture<ReachableHost>
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task Orders_are_marked_read_back_and_verified_one_after_the_other()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var jobs = await OrderedAsync(bench, "W1-", "A", 3);

        var output = await bench.ExpectAsync("work", "--until-none", "--simulated-operator");
        var verify = await bench.ExpectAsync("log", "verify");

        Assert.All(await StatesAsync(jobs), state => Assert.True(state == "verified", output));
        Assert.Equal(3, bench.Machine.Cuts.Count);
        Assert.Contains(" 0 faults", verify, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Guid>> OrderedAsync(StationBench bench, string serial, string letter, int count)
    {
        var series = await _marking.SeriesAsync(letter);
        var jobs = new List<Guid>();
        for (var i = 0; i < count; i++)
            jobs.Add((await _marking.OrderedAsync($"{serial}{i}", series, bench.Id)).Id);
        return jobs;
    }

    private async Task<IReadOnlyList<string>> StatesAsync(IEnumerable<Guid> jobs)
    {
        var states = new List<string>();
        foreach (var job in jobs)
            states.Add(StateOf(await _marking.GetAsync(job)));
        return states;
    }
}

using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Documentation;

/// <summary>A server that the tour's <c>curl</c> can reach, with workers that search its trace.</summary>
public sealed class TourHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override int Workers => 2;

    protected override bool OnPort => true;
}

/// <summary>The tour in <c>README.md</c>, run as a reader pastes it.</summary>
public sealed class TourTests(TourHost host) : IClassFixture<TourHost>
{
    [Fact(Timeout = 300_000)]
    public async Task The_tour_of_the_readme_runs_as_it_stands_and_a_second_time()
    {
        var token = TestContext.Current.CancellationToken;
        Assert.SkipUnless(ShellBlocks.CanRun, "The tour needs bash, curl and node.");

        var first = await ShellBlocks.RunAsync(host, ShellBlocks.Of("README.md"), token);
        var second = await ShellBlocks.RunAsync(host, ShellBlocks.Of("README.md"), token);

        Assert.All([first, second], run =>
        {
            // What the text promises of the tour's own arm; the figures of 2020 need the demo's records.
            Assert.Contains("\ntraced_to_holder, 1.2, last_legal_record_here, theft\n", run, StringComparison.Ordinal);
            Assert.Contains("\"matchedBy\":\"folded_key\"", run, StringComparison.Ordinal);
            Assert.Contains("\n2021: 1 / 1: 100.00 %\n", run, StringComparison.Ordinal);
            Assert.Contains("\"id\":\"sdg-16-4-2/ESP/2020/seized/potentially_traceable\"", run, StringComparison.Ordinal);
        });
    }
}

using FirearmsRegistry.EndToEnd.Tests.Documentation;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Pages;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Server.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Demo;

/// <summary>A server with job workers, as the demo has them.</summary>
public sealed class WorkingHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override int Workers => 4;

    protected override bool OnPort => true;

    protected override void Configure(IWebHostBuilder web)
    {
        web.UseSetting("Registry:Sdmx:ReferenceMetadata", RepositoryRoot.Below("schemas", "sdmx", "reference-metadata", "ESP.json"));
        // All the stories' people sign in from one address.
        web.UseSetting("Authentication:SignInAttemptsPerMinute", "1000");
    }
}

public sealed class DemoTests(WorkingHost host) : IClassFixture<WorkingHost>
{
#if DEBUG
    private const string Configuration = "debug";
#else
    private const string Configuration = "release";
#endif

    private static readonly string[] Loading = ["Holders and dealers", "Registered arms", "Seizures"];

    [Fact(Timeout = 900_000)]
    public async Task The_loaded_records_give_every_published_count_and_a_rebuild_from_events_gives_the_same_read_models()
    {
        var token = TestContext.Current.CancellationToken;
        var loader = host.Services.GetRequiredService<DemoLoader>();

        foreach (var stage in await loader.StagesAsync(token))
        {
            await stage.RunAsync(_ => { }, token);
            if (stage.Name == Loading[^1])
                Assert.Equal("1.7 6589, 2.a 1083, 2.b 110", await LinesBeforeTracingAsync());
        }

        await using var scope = host.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<DemoComparison>().RowsAsync(token);
        Assert.DoesNotContain(rows, row => row.Published != row.Register);
        Assert.Contains(rows, row => row.Register == "820 / 1772 = 46.28 %");
        Assert.Empty(await loader.StagesAsync(token));

        // Of a year that is revised only the traces' lines change: what the guide does there has to survive the rebuild as well.
        if (ShellBlocks.CanRun)
            await PublishAsTheGuideSaysAsync(token);

        var kept = await ReadModels.DigestAsync(host);
        await ReadModels.RebuildAsync(host);
        await ReadModels.AssertAsync(host, kept);
        foreach (var table in new[] { "item_fact", "firearm_mark", "party", "trace_request", "mt_doc_firearmdetails" })
            Assert.DoesNotMatch("^0 rows", kept[table]);

        // Last, since they record what the guide does not expect; the guide's revision is what they read.
        if (Chromium.IsInstalled && ShellBlocks.CanRun)
            await DemoStories.TellAsync(host, token);
    }

    /// <summary>The guide's blocks: a vintage, its revision after two late answers, both reproduced, the difference and the four checked messages; and all of it pasted again.</summary>
    private async Task PublishAsTheGuideSaysAsync(CancellationToken token)
    {
        var program = RepositoryRoot.Below("artifacts", "bin", "FirearmsRegistry.Cli", Configuration, OperatingSystem.IsWindows() ? "registry.exe" : "registry");
        string[] blocks = [ShellBlocks.Of("README.md")[0], .. ShellBlocks.Of(Path.Combine("docs", "guide", "figures-and-sdmx.md"))];

        var first = await ShellBlocks.RunAsync(host, blocks, token, movesClock: true, ("REGISTRY", program));
        var again = await ShellBlocks.RunAsync(host, blocks, token, movesClock: true, ("REGISTRY", program));

        Assert.Contains("\nESP-2020-1 published: 820 / 1772 = 46.28 %\n", first, StringComparison.Ordinal);
        Assert.Contains("\nESP-2020-1 superseded: 820 / 1772 = 46.28 %\n", again, StringComparison.Ordinal);
        Assert.All([first, again], run =>
        {
            Assert.Contains("\n1.3, last_legal_record_confirmed_abroad\n1.3, last_legal_record_confirmed_abroad\n", run, StringComparison.Ordinal);
            Assert.Contains("\nESP-2020-2 published: 822 / 1772 = 46.39 %\n", run, StringComparison.Ordinal);
            Assert.Equal(3, run.Split("\nequal: true, signature holds: true").Length);
            Assert.Contains("\npotentially_traceable revised: 820 / 1772 -> 822 / 1772, t1.3 127 -> 129, t1.5 103 -> 101\n", run, StringComparison.Ordinal);
            Assert.Equal(5, run.Split(": 1 observations, 0 findings.").Length);
            Assert.Contains(",2020,46.39,P,", run, StringComparison.Ordinal);
            Assert.EndsWith("\nESP-2020-2 published: 46.39\nESP-2020-1 superseded: 46.28\n", run, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_loader_decides_no_line_each_outcome_is_the_use_case_s_own_without_a_trace()
    {
        var plan = DemoPlan.Of(PublishedCounts.Load());
        var now = TimeProvider.System.GetUtcNow();
        var policy = FirearmsRegistry.Marks.Policies.MarkPolicy.DefaultOf(FirearmsRegistry.Marks.Countries.CountryCode.Parse("ESP").GetOrThrow());

        var lives = plan.Arms.Where(arm => arm.Story != ArmStory.NotRegistered).SelectMany(arm => DemoFirearms.LifeOf(arm, policy, now).Value);
        var items = plan.Seizures.SelectMany(seizure => DemoCases.CaseOf(seizure, plan.Counts, now).Value.Items).ToList();
        var outcomes = items.SelectMany(item => item.Events).OfType<SeizedItemOutcomeDecided>().ToList();
        Assert.All(items, item => Assert.Equal(OutcomeDecider.Begin(item.Events.OfType<SeizedItemRecorded>().Single().Item),
            item.Events.OfType<SeizedItemOutcomeDecided>().SingleOrDefault()));

        Assert.DoesNotContain(lives, happened => happened.GetType().Name.Contains("Outcome", StringComparison.Ordinal));
        Assert.Equal(plan.Arms.Count, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Null(outcome.TraceRequestId));
    }

    private async Task<string> LinesBeforeTracingAsync()
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select string_agg(line || ' ' || arms, ', ' order by line)
            from (select line, count(*) as arms from registry.item_fact where known_to = 'infinity' and item_kind = 'firearm' group by line) as lines
            """, connection);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

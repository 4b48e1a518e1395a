using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Server.Demo;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Demo;

/// <summary>A server with job workers, as the demo has them.</summary>
public sealed class WorkingHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override int Workers => 4;
}

public sealed class DemoTests(WorkingHost host) : IClassFixture<WorkingHost>
{
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

        var kept = await ReadModels.DigestAsync(host);
        await ReadModels.RebuildAsync(host);
        Assert.Equal(kept, await ReadModels.DigestAsync(host));
        foreach (var table in new[] { "item_fact", "firearm_mark", "party", "trace_request", "mt_doc_firearmdetails" })
            Assert.DoesNotMatch("^0 rows", kept[table]);
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

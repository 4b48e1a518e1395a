using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.Computing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class ComputationTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Route = "/api/v1/indicators/sdg-16-4-2";

    private RegistryClient Statistician => host.ClientAs(Role.Statistician);

    [Fact]
    public async Task A_job_that_runs_twice_leaves_one_figure_of_each_kind()
    {
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1995) { Line = "1.2" }, new FactRows(1995) { Line = "1.6" }]);

        await RunAsync(job => job.ComputeAllAsync(TestContext.Current.CancellationToken));
        await RunAsync(job => job.ComputeAsync(1995, TestContext.Current.CancellationToken));

        var figures = (await Statistician.GetAsync($"{Route}/figures?year=1995")).Expect(200).Body!.AsArray();
        Assert.Equal(12, figures.Count);
        var figure = figures.Single(one => one!["id"]!.GetValue<string>() == "sdg-16-4-2/ESP/1995/seized/potentially_traceable")!;
        Assert.Equal("50.00", figure["percent"]!.ToJsonString());
        Assert.Equal(2, figure["highestSequence"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_figure_whose_items_moved_to_another_year_is_computed_again_as_not_reported()
    {
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1996) { Line = "1.2" }]);
        await RunAsync(job => job.ComputeAllAsync(TestContext.Current.CancellationToken));
        await using (var database = Npgsql.NpgsqlDataSource.Create(host.ConnectionString))
        await using (var move = database.CreateCommand("update registry.item_fact set year = 1997 where year = 1996"))
            await move.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await RunAsync(job => job.ComputeAllAsync(TestContext.Current.CancellationToken));

        var figures = (await Statistician.GetAsync($"{Route}/figures?year=1996")).Expect(200).Body!.AsArray();
        Assert.All(figures, figure => Assert.Equal("not_reported", figure!["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_ordered_computation_waits_and_is_then_carried_out_once()
    {
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1998) { Line = "1.2" }]);
        var ordered = (await Statistician.PostAsync($"{Route}/computations", """{"year":1998}""")).Expect(201);
        Assert.Equal("waiting", ordered.Body!["state"]!.GetValue<string>());

        await RunAsync(job => job.ComputeRequestedAsync(ordered.Id, TestContext.Current.CancellationToken));
        var first = (await Statistician.GetAsync(ordered.Location!)).Expect(200);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(job => job.ComputeRequestedAsync(ordered.Id, TestContext.Current.CancellationToken));

        Assert.Equal(("completed", 2L), (first.Body!["state"]!.GetValue<string>(), first.Version));
        Assert.Equal(first.Body.ToJsonString(), (await Statistician.GetAsync(ordered.Location!)).Body!.ToJsonString());
        Assert.Equal(12, (await Statistician.GetAsync($"{Route}/figures?year=1998")).Body!.AsArray().Count);
    }

    [Fact]
    public async Task The_sweep_orders_again_what_was_ordered_and_never_ran()
    {
        var ordered = (await Statistician.PostAsync($"{Route}/computations", """{"year":1999}""")).Expect(201);
        var before = await QueuedAsync(ordered.Id);

        await RunAsync(job => job.SweepAsync(TestContext.Current.CancellationToken));
        var tooEarly = await QueuedAsync(ordered.Id);
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await RunAsync(job => job.SweepAsync(TestContext.Current.CancellationToken));

        Assert.Equal((before, before + 1), (tooEarly, await QueuedAsync(ordered.Id)));
    }

    [Fact]
    public async Task A_year_out_of_range_is_refused() =>
        Assert.Equal("/year", (await Statistician.PostAsync($"{Route}/computations", """{"year":-1}""")).Expect(400)
            .Body!["errors"]![0]!["pointer"]!.GetValue<string>());

    private async Task<long> QueuedAsync(Guid computation)
    {
        await using var database = Npgsql.NpgsqlDataSource.Create(host.ConnectionString);
        await using var count = database.CreateCommand("select count(*) from hangfire.job where arguments::text like '%' || $1 || '%'");
        count.Parameters.Add(new Npgsql.NpgsqlParameter<string> { TypedValue = computation.ToString() });
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task RunAsync(Func<FigureJob, Task> run)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<FigureJob>());
    }
}

using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Shared;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class TouchedYearTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const int Years = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDocumentStore Store => host.Services.GetRequiredService<IDocumentStore>();

    [Theory]
    [InlineData(1, 1901)]
    [InlineData(2, 1911)]
    [InlineData(3, 1921)]
    public async Task Whatever_happens_to_arms_the_years_touched_leave_the_figures_that_a_full_run_leaves_also_after_a_rebuild(int seed, int firstYear)
    {
        var history = new RandomHistory(Store, seed, firstYear, Years);
        var random = new Random(seed);
        using var held = host.Time.Hold();
        for (var step = 0; step < 60; step++)
        {
            await history.StepAsync(Token);
            // Most changes share a moment with the one before, and then change its row instead of opening another.
            host.Time.Advance(TimeSpan.FromSeconds(random.Next(4) == 0 ? 1 : 0));
            if (random.Next(2) == 0)
            {
                await RunAsync(job => job.ComputeTouchedAsync(Token));
                // A later run would hide that a year was not marked: so all years are held against the facts after every one.
                Assert.Equal(await CountedAsync(firstYear), await FiguresAsync(firstYear));
            }
        }

        await RunAsync(job => job.ComputeTouchedAsync(Token));
        var stepByStep = await FiguresAsync(firstYear);

        await RunAsync(job => job.ComputeAllAsync(Token));
        Assert.Equal(Years * 12, stepByStep.Count);
        Assert.Equal(await FiguresAsync(firstYear), stepByStep);

        using var daemon = await Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync("item_facts", Token);
        await RunAsync(job => job.ComputeTouchedAsync(Token));
        Assert.Equal(stepByStep, await FiguresAsync(firstYear));
    }

    [Fact]
    public async Task A_change_has_its_years_computed_right_after_its_commit_and_many_changes_have_it_done_once()
    {
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var (history, before) = (new RandomHistory(Store, 7, 1941, 1), await OrdersAsync());

        await history.StepAsync(Token);
        var afterOne = await OrdersAsync();
        await history.StepAsync(Token);
        var afterTwo = await OrdersAsync();
        await RunAsync(job => job.ComputeTouchedAsync(Token));
        await history.StepAsync(Token);

        Assert.Equal((before + 1, before + 1, before + 2), (afterOne, afterTwo, await OrdersAsync()));
    }

    [Fact]
    public async Task An_arm_that_moves_touches_the_year_it_leaves_and_the_one_it_comes_to_and_no_other()
    {
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1931), new FactRows(1932), new FactRows(1933)]);
        await RunAsync(job => job.ComputeTouchedAsync(Token));
        var before = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));

        await ExecuteAsync("update registry.item_fact set year = 1932 where year = 1931");
        await RunAsync(job => job.ComputeTouchedAsync(Token));

        Assert.True(await ComputedSinceAsync(1931, before));
        Assert.True(await ComputedSinceAsync(1932, before));
        Assert.False(await ComputedSinceAsync(1933, before));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_touches_no_year()
    {
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1934)]);
        await RunAsync(job => job.ComputeTouchedAsync(Token));
        var before = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));

        await ExecuteAsync("begin; update registry.item_fact set year = 1935 where year = 1934; rollback");
        await RunAsync(job => job.ComputeTouchedAsync(Token));

        Assert.False(await ComputedSinceAsync(1934, before));
    }

    private async Task<bool> ComputedSinceAsync(int year, DateTimeOffset moment)
    {
        await using var session = Store.QuerySession();
        return (await session.Query<Figure>().Where(figure => figure.Year == year).ToListAsync(Token)).All(figure => figure.ComputedAt > moment);
    }

    private async Task<long> OrdersAsync()
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var count = database.CreateCommand(
            "select count(*) from hangfire.job where invocationdata::text like '%FigureJob%' and invocationdata::text like '%ComputeTouchedAsync%'");
        return (long)(await count.ExecuteScalarAsync(Token))!;
    }

    /// <summary>What the figures must be: all years counted from the facts, whatever was marked. A year without items has figures only if it had some.</summary>
    private async Task<IReadOnlyList<string>> CountedAsync(int firstYear)
    {
        await using var session = Store.QuerySession();
        var had = (await session.Query<Figure>().Where(figure => figure.Year >= firstYear && figure.Year < firstYear + Years).ToListAsync(Token))
            .Select(figure => figure.Year).ToHashSet();
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(Token);
        var (country, figures) = (host.Services.GetRequiredService<RegistryCountry>().Code, new List<Figure>());
        for (var year = firstYear; year < firstYear + Years; year++)
        {
            var arms = await ArmTallies.ReadAsync(connection, year, FigureIntake.All, null, Token);
            if (arms.AnyItem || had.Contains(year))
                figures.AddRange(FigureKinds.All.Select(kind => Figure.Of(country, year, kind.Intake, kind.Variant, FigureInputs.Of(arms, kind.Intake), default, default)));
        }

        return Texts(figures);
    }

    private async Task<IReadOnlyList<string>> FiguresAsync(int firstYear)
    {
        await using var session = Store.QuerySession();
        var figures = await session.Query<Figure>().Where(figure => figure.Year >= firstYear && figure.Year < firstYear + Years).ToListAsync(Token);
        return Texts(figures);
    }

    // Everything but the moment of the computation; the database keeps the lines in an order of its own.
    private static IReadOnlyList<string> Texts(IEnumerable<Figure> figures) =>
        [.. figures.OrderBy(figure => figure.Id, StringComparer.Ordinal).Select(figure => System.Text.Json.JsonSerializer.Serialize(
            figure with { KnownAt = default, ComputedAt = default, Inputs = new SortedDictionary<string, long?>(figure.Inputs.ToDictionary(), StringComparer.Ordinal) },
            RegistryJson.Options))];

    private async Task ExecuteAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task RunAsync(Func<FigureJob, Task> run)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<FigureJob>());
    }
}

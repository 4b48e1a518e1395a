using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Jobs;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>
/// Computes and stores figures: after each change and every minute for the years whose facts changed, every night for all years, and on request. A figure has
/// one identity, so that a job that runs twice leaves one figure.
/// </summary>
internal sealed class FigureJob(IDocumentStore store, RegistryCountry country, TimeProvider time, JobOrders jobs, TouchedYearOrders touched)
{
    /// <summary>The nightly run's stable name among the recurring jobs.</summary>
    public const string NightlyId = "figures-nightly";

    /// <summary>The stable name, among the recurring jobs, of the run over the years that changed.</summary>
    public const string TouchedId = "figures-touched";

    /// <summary>The sweep's stable name among the recurring jobs.</summary>
    public const string SweepId = "figures-sweep";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Has an order carried out soon.</summary>
    public static void Order(JobOrders jobs, Guid computationId) =>
        jobs.Place<FigureJob>(JobQueues.Bulk, job => job.ComputeRequestedAsync(computationId, CancellationToken.None));

    /// <summary>Computes the figures of every year that has items or a chosen source, or had some when its figures were stored.</summary>
    public async Task ComputeAllAsync(CancellationToken token)
    {
        foreach (var year in await YearsAsync(token))
            await ComputeAsync(year, token);
    }

    /// <summary>
    /// Computes the figures of the years whose facts changed since they were last computed, and of no other: what a full run would leave.
    /// </summary>
    public async Task ComputeTouchedAsync(CancellationToken token)
    {
        touched.Begin();
        foreach (var year in await TouchedYearsAsync(token))
            await ComputeTouchedAsync(year, token);
    }

    /// <summary>Computes and stores all figures of a year.</summary>
    public async Task ComputeAsync(int year, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        await BeginAsync(session, year, token);
        await StoreFiguresAsync(session, year, token);
        await session.SaveChangesAsync(token);
    }

    /// <summary>Carries out an order; one that was carried out already is left alone.</summary>
    public async Task ComputeRequestedAsync(Guid computationId, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<FigureComputation>(computationId, token) is not { CompletedAt: null } computation)
            return;
        await BeginAsync(session, computation.Year, token);
        await StoreFiguresAsync(session, computation.Year, token);
        computation.CompletedAt = time.GetUtcNow();
        session.Store(computation);
        await session.SaveChangesAsync(token);
    }

    /// <summary>Orders again what was requested and never carried out: a server that died after the commit ordered nothing.</summary>
    public async Task SweepAsync(CancellationToken token)
    {
        var before = time.GetUtcNow() - Patience;
        await using var session = store.QuerySession();
        var lost = await session.Query<FigureComputation>()
            .Where(computation => computation.CompletedAt == null && computation.RequestedAt < before)
            .OrderBy(computation => computation.RequestedAt).Take(100).Select(computation => computation.Id).ToListAsync(token);
        foreach (var id in lost)
            Order(jobs, id);
    }

    private async Task ComputeTouchedAsync(int year, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        // Another run may have been faster.
        if (!await BeginAsync(session, year, token))
            return;
        await StoreFiguresAsync(session, year, token);
        await session.SaveChangesAsync(token);
    }

    private async Task StoreFiguresAsync(IDocumentSession session, int year, CancellationToken token)
    {
        var inputs = await YearInputs.ReadAsync(session, session.Connection!, country.Code, year, FigureIntake.All, null, token);
        var now = time.GetUtcNow();
        foreach (var (intake, variant) in FigureKinds.All)
            session.Store(Figure.Of(country.Code, year, intake, variant, inputs.Of(intake), now, now));
    }

    // Two jobs of one year take turns, so that the one that read earlier cannot overwrite the one that read later. True if the year changed.
    private static async Task<bool> BeginAsync(IDocumentSession session, int year, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var take = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", session.Connection);
        take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = string.Create(CultureInfo.InvariantCulture, $"figures|{year}") });
        await take.ExecuteNonQueryAsync(token);
        return await TouchedYears.ForgetAsync(session.Connection!, year, token);
    }

    private async Task<IReadOnlyList<int>> TouchedYearsAsync(CancellationToken token)
    {
        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(token);
        return await TouchedYears.ReadAsync(session.Connection!, token);
    }

    private async Task<IReadOnlyList<int>> YearsAsync(CancellationToken token)
    {
        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(token);
        await using var command = new NpgsqlCommand(
            "select distinct year from registry.item_fact where known_to = 'infinity'", session.Connection);
        var years = new SortedSet<int>(await session.Query<Figure>().Select(figure => figure.Year).ToListAsync(token));
        years.UnionWith(await session.Query<YearSource>().Select(source => source.Year).ToListAsync(token));
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            years.Add(reader.GetInt32(0));
        return [.. years];
    }
}

using System.Net;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Shared;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Indicating;

/// <summary>The ways to have all tables and variants of a year that are compared; each gives the arms that it counted.</summary>
internal sealed class YearWays(RegistryServer server, NpgsqlDataSource database, HttpClient client, int year)
{
    /// <summary>The aggregate and nothing else: the rows are read to the end and thrown away.</summary>
    public async Task<long> BareAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var batch = Batch(connection, [BareQueries.Arms, BareQueries.Offences, BareQueries.Others, BareQueries.Cases]);
        await using var reader = await batch.ExecuteReaderAsync(token);
        var arms = 0L;
        while (await reader.ReadAsync(token))
        {
            if (reader.GetInt32(0) == 0)
                arms += reader.GetInt64(12);
        }

        while (await reader.NextResultAsync(token))
        {
            while (await reader.ReadAsync(token))
                continue;
        }

        return arms;
    }

    /// <summary>The aggregates of every intake, read to the end and thrown away.</summary>
    public async Task<long> BareYearAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var batch = Batch(connection, BareQueries.Year);
        await using var reader = await batch.ExecuteReaderAsync(token);
        var rows = 0L;
        do
        {
            while (await reader.ReadAsync(token))
                rows++;
        }
        while (await reader.NextResultAsync(token));
        return rows;
    }

    /// <summary>The aggregate of the indicator alone.</summary>
    public async Task<long> BareInputsAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand(BareQueries.Inputs);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        await using var reader = await command.ExecuteReaderAsync(token);
        var arms = 0L;
        while (await reader.ReadAsync(token))
            arms += reader.GetInt64(6);
        return arms;
    }

    /// <summary>The twelve figures by the server's code.</summary>
    public async Task<long> FiguresAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var session = server.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var country = server.Services.GetRequiredService<RegistryCountry>().Code;
        var inputs = await YearInputs.ReadAsync(session, connection, country, year, FigureIntake.All, null, token);
        var now = TimeProvider.System.GetUtcNow();
        var figures = FigureKinds.All
            .Select(kind => Figure.Of(country, year, kind.Intake, kind.Variant, inputs.Of(kind.Intake), now, now)).ToList();
        var all = figures.First(figure => figure.Intake == FigureIntake.All);
        return all.Inputs["total"]!.Value + all.Excluded!.Total + all.Undecided!.Value;
    }

    /// <summary>All tables by the server's code, then the twelve figures.</summary>
    public async Task<long> ServerAsync(CancellationToken token)
    {
        await using (var connection = await database.OpenConnectionAsync(token))
        {
            var tallies = await ItemTallies.ReadAsync(connection, year, FigureIntake.All, null, token);
            var now = TimeProvider.System.GetUtcNow();
            _ = IafqTables.Of(year, FigureIntake.All, tallies, now, now);
        }

        return await FiguresAsync(token);
    }

    /// <summary>The tables and the three variants over HTTP: four requests, their answers read to the end.</summary>
    public async Task<long> HttpAsync(CancellationToken token)
    {
        await GetAsync($"/api/v1/indicators/sdg-16-4-2/tables?year={year}&intake=all", token);
        foreach (var variant in Codes.All<IndicatorVariant>())
            await GetAsync($"/api/v1/indicators/sdg-16-4-2?year={year}&intake=all&variant={variant}", token);
        return 0;
    }

    /// <summary>What a statistician asks for: the tables of a year in one request – every intake, large seizures, requests, companion figures –, and the three variants.</summary>
    public async Task<long> YearTablesAsync(CancellationToken token)
    {
        await GetAsync($"/api/v1/indicators/sdg-16-4-2/year-tables?year={year}", token);
        foreach (var variant in Codes.All<IndicatorVariant>())
            await GetAsync($"/api/v1/indicators/sdg-16-4-2?year={year}&intake=all&variant={variant}", token);
        return 0;
    }

    private NpgsqlBatch Batch(NpgsqlConnection connection, string[] texts)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var sql in texts)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private async Task GetAsync(string path, CancellationToken token)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), token);
        var answer = await response.Content.ReadAsStringAsync(token);
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new InvalidOperationException($"{response.StatusCode}: {answer}");
    }
}

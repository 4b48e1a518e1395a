using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Shared;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>Reads everything of a year, from one snapshot of the database.</summary>
internal sealed class YearTablesReader(
    NpgsqlDataSource database, IDocumentStore store, RegistryCountry country, FigureSettings settings, TimeProvider time)
{
    public async Task<YearTables> ReadAsync(int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(token);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, token);
        var register = (await ItemTallies.ReadEachAsync(connection, year, knownAt, token))
            .Select(tallies => IafqTables.Of(year, tallies.Key.Alone(), tallies.Value, knownAt ?? now, now)).ToArray();

        await using var session = store.QuerySession();
        var requests = await TraceRequestTallies.ReadAsync(connection, year, knownAt, token);
        return new YearTables(country.Code, year, register, new SignificantThreshold(settings.SignificantArms, settings.SignificantRounds),
            await SignificantSeizures.ReadAsync(connection, session, year, settings, knownAt, token), requests,
            await CompanionTallies.ReadAsync(connection, year, requests, knownAt, token),
            await ImportedLines.ReadAsync(database, session, country.Code, year, knownAt, token), knownAt ?? now, now);
    }
}

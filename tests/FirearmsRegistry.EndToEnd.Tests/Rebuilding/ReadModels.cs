using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Rebuilding;

/// <summary>Every read model of a host's database, as rows and a digest per table; and all of them made again from the events.</summary>
internal static class ReadModels
{
    /// <summary>Tables that are not made from events: the log, the keys, the queues, the ledger of scripts, and what events name by its digest.</summary>
    private static readonly string[] NotProjected =
    [
        "access_log", "idempotency_record", "schema_script", "person_key", "bulk_trace", "bulk_trace_request", "trace_search_reorder",
        "notice", "notice_reading", "webhook_secret", "webhook_delivery", "webhook_attempt", "imported_file_count", "vintage_content",
        "figure_year_touched", "mt_doc_figure",
    ];

    public static async Task<IReadOnlyDictionary<string, string>> DigestAsync(RegistryHost host)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync(connection))
        {
            // Marten's own columns and changed_xid tell when a row was written last, which a rebuild changes; the document is the read model.
            var row = table.StartsWith("mt_doc_", StringComparison.Ordinal) ? "row(id, data)" : "(to_jsonb(t) - 'changed_xid')";
            await using var command = new NpgsqlCommand(
                $"select count(*) || ' rows, ' || coalesce(md5(string_agg(md5({row}::text), '' order by md5({row}::text))), '') from registry.\"{table}\" t",
                connection);
            digests[table] = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }

        return digests;
    }

    /// <summary>Nothing else but what was there before stands in the tables; a failure names the tables that differ.</summary>
    public static async Task AssertAsync(RegistryHost host, IReadOnlyDictionary<string, string> before)
    {
        var after = await DigestAsync(host);
        Assert.Empty(before.Keys.Union(after.Keys).Where(table => before.GetValueOrDefault(table) != after.GetValueOrDefault(table))
            .Select(table => $"{table}: {before.GetValueOrDefault(table)} before, {after.GetValueOrDefault(table)} after"));
    }

    public static async Task RebuildAsync(RegistryHost host)
    {
        var token = TestContext.Current.CancellationToken;
        var store = (DocumentStore)host.Services.GetRequiredService<IDocumentStore>();
        using var daemon = await store.BuildProjectionDaemonAsync();
        foreach (var projection in store.Options.Projections.All.Where(one => one.Lifecycle == JasperFx.Events.Projections.ProjectionLifecycle.Inline))
            await daemon.RebuildProjectionAsync(projection.Name, TimeSpan.FromMinutes(2), token);
    }

    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            """
            select table_name from information_schema.tables
            where table_schema = 'registry' and table_type = 'BASE TABLE' and (table_name like 'mt\_doc\_%' or table_name not like 'mt\_%')
              and table_name <> all($1)
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = NotProjected });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            tables.Add(reader.GetString(0));
        return tables;
    }
}

using FirearmsRegistry.EndToEnd.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Shared.Writing;

/// <summary>
/// A server whose transactions look for a deadlock only after three seconds of waiting, so that a test has the time to close the circle and
/// the server's transaction is the one that finds it.
/// </summary>
public sealed class PatientHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override void Configure(IWebHostBuilder web) => web.UseSetting("ConnectionStrings:Registry",
        new NpgsqlConnectionStringBuilder(ConnectionString) { Options = "-c deadlock_timeout=3s" }.ConnectionString);

    /// <summary>A transaction of somebody else, which never gives in.</summary>
    public async Task<NpgsqlConnection> RivalAsync(CancellationToken token)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Options = "-c deadlock_timeout=1h", Pooling = false }.ConnectionString);
        await connection.OpenAsync(token);
        await DoAsync(connection, "begin", token);
        return connection;
    }

    public static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken token, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>Waits until a transaction of the server stands behind one of the rival's locks.</summary>
    public async Task UntilBlockedByAsync(NpgsqlConnection rival, CancellationToken token)
    {
        await using var watcher = new NpgsqlConnection(ConnectionString);
        await watcher.OpenAsync(token);
        await using var command = new NpgsqlCommand("select exists (select from pg_stat_activity where $1 = any(pg_blocking_pids(pid)))", watcher);
        command.Parameters.AddWithValue(rival.ProcessID);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!(bool)(await command.ExecuteScalarAsync(token))!)
            await look.WaitForNextTickAsync(token);
    }
}

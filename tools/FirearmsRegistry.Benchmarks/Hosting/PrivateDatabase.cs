using FirearmsRegistry.EmbeddedPostgres;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Hosting;

/// <summary>
/// A PostgreSQL for one run, with the durable settings of the private server, so that baseline and figure both wait for the disk. Its
/// directory is removed at the end.
/// </summary>
internal sealed class PrivateDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer _server;
    private readonly string _directory;

    private PrivateDatabase(EmbeddedPostgresServer server, string directory) => (_server, _directory) = (server, directory);

    /// <summary>The connection string, with the pool and the automatic preparation of statements that the server uses.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString("benchmark")) { MaxAutoPrepare = 50 }.ConnectionString;

    public static async Task<PrivateDatabase> StartAsync(CancellationToken token)
    {
        var directory = Path.Combine(Path.GetTempPath(), $"firearms-registry-benchmark-{Guid.CreateVersion7():n}");
        var server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = directory }, cancellationToken: token);
        await server.CreateDatabaseAsync("benchmark", token);
        return new PrivateDatabase(server, directory);
    }

    /// <summary>Which PostgreSQL answers.</summary>
    public static async Task<string> VersionAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand("show server_version");
        return (string)(await command.ExecuteScalarAsync(token))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}

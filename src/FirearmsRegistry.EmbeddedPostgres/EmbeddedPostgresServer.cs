using FirearmsRegistry.EmbeddedPostgres.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FirearmsRegistry.EmbeddedPostgres;

/// <summary>
/// A private PostgreSQL on a data directory of its own, for a host where no server is configured. It runs as long as this object:
/// disposing it stops it cleanly, and a later start on the same directory finds everything that was acknowledged. A PostgreSQL that is
/// killed is started again by itself, at the same address; open connections break and new ones succeed after its recovery.
/// </summary>
public sealed partial class EmbeddedPostgresServer : IAsyncDisposable
{
    private static readonly TaskCompletionSource Never = new();

    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly PrivateServer? _server;

    private EmbeddedPostgresServer(string connectionString, PrivateServer? server)
    {
        _connection = new NpgsqlConnectionStringBuilder(connectionString);
        _server = server;
    }

    /// <summary>Process id of the PostgreSQL that runs now; null when this is somebody else's server, see <see cref="StartForTestsAsync"/>.</summary>
    public int? ProcessId => _server?.ProcessId;

    /// <summary>
    /// Ends after a stop. Fails with <see cref="EmbeddedPostgresException"/> when PostgreSQL died and could not be started again;
    /// a host should end then. Somebody else's server never ends here.
    /// </summary>
    public Task Exited => _server?.Exited ?? Never.Task;

    /// <summary>Starts PostgreSQL on the data directory, making its database at the first time, and returns when it accepts connections.</summary>
    /// <param name="options">Where and how it runs.</param>
    /// <param name="timeProvider">Clock for timeouts; the system's by default.</param>
    /// <param name="logger">Told about starts, stops and recoveries; never about data.</param>
    /// <param name="cancellationToken">Gives up the start; PostgreSQL does not stay behind.</param>
    /// <exception cref="EmbeddedPostgresException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(
        EmbeddedPostgresOptions options, TimeProvider? timeProvider = null, ILogger? logger = null, CancellationToken cancellationToken = default)
    {
        var server = await PrivateServer.StartAsync(options, timeProvider ?? TimeProvider.System, logger ?? NullLogger.Instance, cancellationToken);
        return new EmbeddedPostgresServer(server.ConnectionString, server);
    }

    /// <summary>The connection string of one of its databases, which need not exist yet. It contains the password: never log it.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Makes a database unless it exists.</summary>
    /// <returns>Whether it was made.</returns>
    public async Task<bool> CreateDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            await ExecuteAsync($"CREATE DATABASE {Quote(name)}", cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            return false;
        }
    }

    /// <summary>Removes a database, ending its connections; nothing happens when there is none.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken cancellationToken = default) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", cancellationToken);

    /// <summary>Stops PostgreSQL cleanly: open transactions are rolled back, everything acknowledged is on the disk.</summary>
    public async Task StopAsync() => await DisposeAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ExecuteAsync(string command, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var statement = new NpgsqlCommand(command, connection);
        await statement.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

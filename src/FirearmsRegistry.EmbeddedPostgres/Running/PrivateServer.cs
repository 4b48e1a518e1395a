using System.Globalization;
using FirearmsRegistry.EmbeddedPostgres.Installing;
using FirearmsRegistry.EmbeddedPostgres.Platform;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>The server behind <see cref="EmbeddedPostgresServer"/>: everything that is held while it runs.</summary>
internal sealed class PrivateServer
{
    /// <summary>Without TCP the port only names the socket's file.</summary>
    private const int UsualPort = 5432;

    private readonly EmbeddedPostgresOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly DataDirectory _data;
    private readonly DataDirectoryLock _lock;
    private readonly PostgresProcess _process;

    private PrivateServer(
        EmbeddedPostgresOptions options, TimeProvider timeProvider, ILogger logger, DataDirectory data, DataDirectoryLock @lock,
        PostgresProcess process, string connectionString)
    {
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
        _data = data;
        _lock = @lock;
        _process = process;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public int ProcessId => _process.Id;

    public static async Task<PrivateServer> StartAsync(
        EmbeddedPostgresOptions options, TimeProvider timeProvider, ILogger? logger, CancellationToken cancellationToken)
    {
        logger ??= NullLogger.Instance;
        var data = new DataDirectory(Path.GetFullPath(options.DataDirectory));
        var package = PostgresPackage.Find(options.BinariesDirectory);
        var account = ServiceAccount.Choose(options.Account, data.Cluster);
        data.Create(account);
        var @lock = DataDirectoryLock.Take(data);
        try
        {
            var binaries = PostgresBinaries.Prepare(package, account, EmbeddedPostgresPaths.SystemDirectory);
            var port = options.TcpPort ?? UsualPort;
            var password = data.ReadOrMakePassword();
            await ClusterInitializer.EnsureAsync(data, binaries, account, password, options.Durable, cancellationToken);
            var socket = SocketPlace.Prepare(options, data, account, port);
            var process = await PostgresProcess.StartAsync(
                binaries, data, account, Settings(options, socket, port), timeProvider, options.StartTimeout, cancellationToken);
            var connection = new NpgsqlConnectionStringBuilder
            {
                Host = socket,
                Port = port,
                Username = ClusterInitializer.Superuser,
                Password = password,
            };
            logger.LogInformation("PostgreSQL runs as process {ProcessId} on {DataDirectory}", process.Id, data.Root);
            return new PrivateServer(options, timeProvider, logger, data, @lock, process, connection.ConnectionString);
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    }

    public async Task StopAsync()
    {
        await _process.StopAsync(_timeProvider, _options.StopTimeout);
        _process.Dispose();
        _logger.LogInformation("PostgreSQL on {DataDirectory} is stopped", _data.Root);
        if (!_options.Durable)
            Directory.Delete(_data.Root, recursive: true);
        _lock.Dispose();
    }

    /// <summary>Given on the command line, so that they hold whatever the directory's own configuration says.</summary>
    private static List<string> Settings(EmbeddedPostgresOptions options, string socketDirectory, int port)
    {
        List<string> settings =
        [
            $"listen_addresses={(options.TcpPort is null ? "" : "127.0.0.1")}",
            string.Create(CultureInfo.InvariantCulture, $"port={port}"),
            $"unix_socket_directories={socketDirectory}",
            "unix_socket_permissions=0700",
            string.Create(CultureInfo.InvariantCulture, $"max_connections={options.MaxConnections}"),
            "timezone=UTC",
            "log_timezone=UTC",
            // Statements and the details of errors contain personal data, which no log may hold.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
        ];
        settings.AddRange(options.Durable ? ["fsync=on"] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
        return settings;
    }
}

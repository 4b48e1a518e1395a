using FirearmsRegistry.EmbeddedPostgres.Installing;
using FirearmsRegistry.Processes;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>The server behind <see cref="EmbeddedPostgresServer"/>: holds the data directory and keeps PostgreSQL running on it.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    /// <summary>Without TCP the port only names the socket's file.</summary>
    private const int UsualPort = 5432;

    /// <summary>A server that dies this often without running for <see cref="LongRun"/> in between has a cause that starting again does not cure.</summary>
    private const int MostDeathsInARow = 3;

    private static readonly TimeSpan LongRun = TimeSpan.FromMinutes(1);

    private readonly EmbeddedPostgresOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly DataDirectory _data;
    private readonly DataDirectoryLock _lock;
    private readonly SocketPlace _socket;
    private readonly Func<CancellationToken, Task<PostgresProcess>> _launch;
    private readonly CancellationTokenSource _stopping = new();
    private PostgresProcess _process;

    private PrivateServer(
        EmbeddedPostgresOptions options, TimeProvider timeProvider, ILogger logger, DataDirectory data, DataDirectoryLock @lock,
        SocketPlace socket, Func<CancellationToken, Task<PostgresProcess>> launch, PostgresProcess process, string connectionString)
    {
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
        _data = data;
        _lock = @lock;
        _socket = socket;
        _launch = launch;
        _process = process;
        ConnectionString = connectionString;
        AppDomain.CurrentDomain.ProcessExit += StopWithTheProcess;
        Exited = KeepRunningAsync();
    }

    public string ConnectionString { get; }

    public int ProcessId => _process.Id;

    /// <summary>Ends when PostgreSQL is stopped and the directory released; fails when it was given up.</summary>
    public Task Exited { get; }

    public static async Task<PrivateServer> StartAsync(
        EmbeddedPostgresOptions options, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        var package = PostgresPackage.Find(options.BinariesDirectory);
        var data = new DataDirectory(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory)));
        var account = PostgresAccount.Choose(options.Account, data.Cluster);
        data.Create(account);
        var @lock = DataDirectoryLock.Take(data);
        try
        {
            var binaries = PostgresBinaries.Prepare(package, account, options.SystemDirectory);
            await Orphan.StopAsync(data, timeProvider, options.StopTimeout, logger, cancellationToken);
            var password = await PrepareDataAsync(options, data, binaries, account, cancellationToken);
            var port = options.TcpPort ?? UsualPort;
            var socket = SocketPlace.Prepare(options, data, account, port);
            var settings = ServerSettings.For(options, socket.Path, port);

            Task<PostgresProcess> Launch(CancellationToken token)
            {
                Leftovers.Remove(data, socket.Path, port);
                return PostgresProcess.StartAsync(binaries, data, account, settings, timeProvider, options.StartTimeout, token);
            }

            var process = await Launch(cancellationToken);
            logger.LogInformation("PostgreSQL runs as process {ProcessId} on {DataDirectory}", process.Id, data.Root);
            var connectionString = new NpgsqlConnectionStringBuilder
            {
                Host = socket.Path,
                Port = port,
                Username = ClusterInitializer.Superuser,
                Password = password,
            }.ConnectionString;
            return new PrivateServer(options, timeProvider, logger, data, @lock, socket, Launch, process, connectionString);
        }
        catch (Exception exception)
        {
            @lock.Dispose();
            if (exception is IOException or UnauthorizedAccessException)
                throw data.Unwritable(exception);
            throw;
        }
    }

    /// <summary>Stops PostgreSQL cleanly and releases the directory; a second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Exited.IsCompleted)
            return;
        await _stopping.CancelAsync();
        await Exited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private static async Task<string> PrepareDataAsync(
        EmbeddedPostgresOptions options, DataDirectory data, PostgresBinaries binaries, ServiceAccount? account, CancellationToken cancellationToken)
    {
        StartupLog.StartAnewWhenLong(data.Log);
        var password = data.ReadOrMakePassword();
        await ClusterInitializer.EnsureAsync(data, binaries, account, password, options.Durable, cancellationToken);
        Orphan.NoteProgram(data, binaries.Postgres);
        return password;
    }

    private async Task KeepRunningAsync()
    {
        try
        {
            var deaths = 0;
            while (true)
            {
                var started = _timeProvider.GetTimestamp();
                await _process.WaitForExitAsync(_stopping.Token);
                deaths = _timeProvider.GetElapsedTime(started) < LongRun ? deaths + 1 : 1;
                _logger.LogError("PostgreSQL on {DataDirectory} ended by itself; starting it again", _data.Root);
                if (deaths > MostDeathsInARow)
                    throw new EmbeddedPostgresException(
                        EmbeddedPostgresProblem.StartFailed, $"PostgreSQL ends again and again by itself; it stays stopped. {_data.Log} tells why.");
                var dead = _process;
                _process = await _launch(_stopping.Token);
                dead.Dispose();
                _logger.LogWarning("PostgreSQL runs again as process {ProcessId} on {DataDirectory}, recovered", _process.Id, _data.Root);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            await _process.StopAsync(_timeProvider, _options.StopTimeout);
            _logger.LogInformation("PostgreSQL on {DataDirectory} is stopped", _data.Root);
        }
        catch (EmbeddedPostgresException exception)
        {
            _logger.LogCritical(exception, "PostgreSQL on {DataDirectory} is given up", _data.Root);
            throw;
        }
        finally
        {
            Release();
        }
    }

    private void Release()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopWithTheProcess;
        _socket.Release();
        if (!_options.Durable)
            Directory.Delete(_data.Root, recursive: true);
        _lock.Dispose();
    }

    /// <summary>For a host that ends without stopping the server; the process object stays usable until the end for that reason.</summary>
    private void StopWithTheProcess(object? sender, EventArgs arguments)
    {
        _stopping.Cancel();
        _process.StopNow(_options.StopTimeout);
    }
}

using System.Diagnostics;
using System.Globalization;
using FirearmsRegistry.EmbeddedPostgres.Installing;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>One run of the server program.</summary>
internal sealed class PostgresProcess : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan QuitTimeout = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private PostgresProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts the program and returns when it accepts connections, recovery included.</summary>
    public static async Task<PostgresProcess> StartAsync(
        PostgresBinaries binaries, DataDirectory data, ServiceAccount? account, IReadOnlyList<string> settings,
        TimeProvider timeProvider, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            var logStart = StartupLog.LengthOf(data.Log);
            string[] arguments = ["-D", data.Cluster, .. settings.SelectMany(setting => (string[])["-c", setting])];
            var server = new PostgresProcess(Process.Start(LaunchCommand.For(binaries.Postgres, arguments, data.Log, account))!);
            try
            {
                if (await server.WaitUntilReadyAsync(data, timeProvider, started, timeout, cancellationToken))
                    return server;
            }
            catch
            {
                await server.StopAtOnceAsync();
                server.Dispose();
                throw;
            }

            server.Dispose();
            var output = StartupLog.ReadFrom(data.Log, logStart);
            var mayPass = output.Contains(StartupLog.SharedMemoryInUse, StringComparison.Ordinal);
            if (!mayPass || timeProvider.GetElapsedTime(started) > timeout)
                throw StartupLog.Explain(output, data.Log);
            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Ends the connections and stops cleanly ("fast"); after the timeout at once, to be recovered at the next start.</summary>
    public async Task StopAsync(TimeProvider timeProvider, TimeSpan timeout)
    {
        if (_process.HasExited)
            return;
        Posix.Signal(Id, Posix.SigInt);
        using var patience = new CancellationTokenSource(timeout, timeProvider);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await StopAtOnceAsync();
        }
    }

    /// <summary>For the end of the host's process, where nothing can be awaited any more.</summary>
    public void StopNow(TimeSpan timeout)
    {
        if (_process.HasExited)
            return;
        Posix.Signal(Id, Posix.SigInt);
        _process.WaitForExit(timeout);
    }

    public void Dispose() => _process.Dispose();

    /// <summary>
    /// A host that was started with SIGQUIT ignored hands that on: sent before PostgreSQL has set its own handlers, the signal is lost.
    /// Killing it loses nothing acknowledged either; its other processes end when they see that it is gone.
    /// </summary>
    private async Task StopAtOnceAsync()
    {
        if (!_process.HasExited)
            Posix.Signal(Id, Posix.SigQuit);
        using var patience = new CancellationTokenSource(QuitTimeout);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Posix.Signal(Id, Posix.SigKill);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>False when the program ended instead.</summary>
    private async Task<bool> WaitUntilReadyAsync(
        DataDirectory data, TimeProvider timeProvider, long started, TimeSpan timeout, CancellationToken cancellationToken)
    {
        while (!_process.HasExited)
        {
            if (PostmasterPidFile.Read(data.PidFile) is { IsReady: true } file && file.ProcessId == Id)
                return true;
            if (timeProvider.GetElapsedTime(started) > timeout)
                throw new EmbeddedPostgresException(
                    EmbeddedPostgresProblem.StartTimeout,
                    string.Create(CultureInfo.InvariantCulture, $"PostgreSQL was not ready after {timeout.TotalSeconds:0} seconds. ")
                    + $"A long recovery may need a longer start timeout; otherwise see {data.Log}.");
            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }

        return false;
    }
}

using FirearmsRegistry.Processes;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>A PostgreSQL whose host was killed goes on working on the data directory. The next host, holding the lock, stops it first.</summary>
internal static class Orphan
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Notes which program is about to be started, by which an orphan is known as this library's own.</summary>
    public static void NoteProgram(DataDirectory data, string program) => File.WriteAllText(data.ProgramFile, program);

    /// <summary>Returns when no PostgreSQL works on the cluster any more.</summary>
    /// <exception cref="EmbeddedPostgresException">One does that this library did not start, so that somebody wants it to run.</exception>
    public static async Task StopAsync(
        DataDirectory data, TimeProvider timeProvider, TimeSpan stopTimeout, ILogger logger, CancellationToken cancellationToken)
    {
        if (PostmasterPidFile.Read(data.PidFile) is not { } file)
            return;

        if (RunningPostgres.Find(file.ProcessId, data.Cluster) is not { } running)
        {
            logger.LogWarning("PostgreSQL on {DataDirectory} did not stop cleanly the last time; it recovers now", data.Root);
            return;
        }

        if (!File.Exists(data.ProgramFile) || File.ReadAllText(data.ProgramFile) != running.Program)
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.DirectoryInUse,
                $"A PostgreSQL that this host did not start (process {running.ProcessId}, {running.Program}) works on {data.Cluster}. "
                + "Stop it or configure another data directory.");

        logger.LogWarning(
            "PostgreSQL process {ProcessId} was left on {DataDirectory} by a host that was killed; stopping it", running.ProcessId, data.Root);
        foreach (var signal in (int[])[Posix.SigInt, Posix.SigQuit, Posix.SigKill])
        {
            Posix.Signal(running.ProcessId, signal);
            if (await HasEndedAsync(running, data, timeProvider, stopTimeout, cancellationToken))
                return;
        }

        throw new EmbeddedPostgresException(
            EmbeddedPostgresProblem.DirectoryInUse,
            $"PostgreSQL process {running.ProcessId}, left on {data.Root} by a host that was killed, cannot be stopped. Stop it by hand.");
    }

    private static async Task<bool> HasEndedAsync(
        RunningPostgres running, DataDirectory data, TimeProvider timeProvider, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var signalled = timeProvider.GetTimestamp();
        while (RunningPostgres.Find(running.ProcessId, data.Cluster) is not null)
        {
            if (timeProvider.GetElapsedTime(signalled) > timeout)
                return false;
            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }

        return true;
    }
}

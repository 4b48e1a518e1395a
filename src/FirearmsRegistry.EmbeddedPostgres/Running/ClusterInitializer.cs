using System.Diagnostics;
using FirearmsRegistry.EmbeddedPostgres.Installing;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>Makes the database cluster at the first start.</summary>
internal static class ClusterInitializer
{
    public const string Superuser = "registry";

    /// <summary>
    /// Makes the cluster unless there is one. It is renamed into place when complete, so an interrupted first start leaves nothing half made.
    /// UTF-8 with PostgreSQL's own C.UTF-8 locale: sorting never changes with the system's libraries, so indexes stay right.
    /// </summary>
    public static async Task EnsureAsync(
        DataDirectory data, PostgresBinaries binaries, ServiceAccount? account, string password, bool durable, CancellationToken cancellationToken)
    {
        if (Directory.Exists(data.Cluster))
        {
            CheckVersion(data, binaries);
            return;
        }

        if (Directory.Exists(data.NewCluster))
            Directory.Delete(data.NewCluster, recursive: true);
        DataDirectory.CreatePrivate(data.NewCluster, account);

        var passwordForInitDb = Path.Combine(data.Root, "initdb.password");
        File.Delete(passwordForInitDb);
        DataDirectory.WritePrivate(passwordForInitDb, password);
        try
        {
            if (account is not null)
                Posix.GiveTo(passwordForInitDb, account);
            await RunAsync(data, binaries, account, passwordForInitDb, durable, cancellationToken);
        }
        finally
        {
            File.Delete(passwordForInitDb);
        }

        Directory.Move(data.NewCluster, data.Cluster);
    }

    private static async Task RunAsync(
        DataDirectory data, PostgresBinaries binaries, ServiceAccount? account, string passwordFile, bool durable, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "--pgdata", data.NewCluster,
            "--username", Superuser,
            "--pwfile", passwordFile,
            "--auth", "scram-sha-256",
            "--encoding", "UTF8",
            "--locale-provider", "builtin",
            "--builtin-locale", "C.UTF-8",
            "--locale", "C",
            .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var logStart = StartupLog.LengthOf(data.Log);
        using var process = Process.Start(LaunchCommand.For(binaries.InitDb, arguments, data.Log, account))!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
            throw StartupLog.Explain(StartupLog.ReadFrom(data.Log, logStart), data.Log);
    }

    private static void CheckVersion(DataDirectory data, PostgresBinaries binaries)
    {
        var versionFile = Path.Combine(data.Cluster, "PG_VERSION");
        if (!File.Exists(versionFile))
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.DataDamaged, $"{data.Cluster} is not a PostgreSQL database. Restore a back-up or configure another data directory.");
        var version = File.ReadAllText(versionFile).Trim();
        if (version != binaries.MajorVersion)
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.VersionMismatch,
                $"The data in {data.Root} were made by PostgreSQL {version}, these programs are PostgreSQL {binaries.MajorVersion}. "
                + "Use the matching release of the registry to export them, then import into a new directory.");
    }
}

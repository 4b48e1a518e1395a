using Microsoft.Extensions.Logging.Abstractions;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>The throw-away data directories of test runs.</summary>
internal static class TestDirectories
{
    private const string Prefix = "firearms-registry-test-";
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A name that nobody else uses, in the system's directory for temporary files.</summary>
    public static string NextName() => Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.CreateVersion7():n}");

    /// <summary>Stops and removes what test runs that were killed have left; other users' directories are theirs to remove.</summary>
    public static async Task RemoveAbandonedAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            // A run that has just made its directory may not hold its lock yet.
            if (TimeProvider.System.GetUtcNow() - Directory.GetCreationTimeUtc(path) < Settled)
                continue;
            var data = new DataDirectory(path);
            try
            {
                using var @lock = DataDirectoryLock.Take(data);
                await Orphan.StopAsync(data, TimeProvider.System, Patience, NullLogger.Instance, cancellationToken);
                Directory.Delete(path, recursive: true);
            }
            catch (Exception exception) when (exception is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                // In use by a run that goes on, or not ours.
            }
        }
    }
}

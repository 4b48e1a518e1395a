namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>
/// Keeps a second host out of a data directory. The kernel drops it with the process that holds it, so a killed host leaves none behind;
/// PostgreSQL itself may still run then.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <exception cref="EmbeddedPostgresException">Another host holds the directory, or it cannot be written.</exception>
    public static DataDirectoryLock Take(DataDirectory directory)
    {
        try
        {
            return new DataDirectoryLock(new FileStream(directory.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw directory.Unwritable(exception);
        }
        catch (IOException exception)
        {
            throw IsHeldElsewhere(exception)
                ? new EmbeddedPostgresException(
                    EmbeddedPostgresProblem.DirectoryInUse,
                    $"Another running host uses the data directory {directory.Root}. Stop that host or configure another directory; two never share one.",
                    exception)
                : directory.Unwritable(exception);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The framework reports a refused lock as "would block" (11 on Linux, 35 on macOS) and has no exception type for it.</summary>
    private static bool IsHeldElsewhere(IOException exception) => exception.HResult is 11 or 35;
}

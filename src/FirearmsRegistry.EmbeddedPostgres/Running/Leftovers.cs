namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>
/// Files that a killed PostgreSQL leaves. It would remove them itself, unless any process of its account has the old id by now, or the dead
/// process was not collected by its parent yet; then it refuses to start. The host knows better: it holds the directory and looked.
/// </summary>
internal static class Leftovers
{
    /// <summary>Call only while holding the directory's lock.</summary>
    public static void Remove(DataDirectory data, string socketDirectory, int port)
    {
        if (PostmasterPidFile.Read(data.PidFile) is { } file && RunningPostgres.Find(file.ProcessId, data.Cluster) is null)
            File.Delete(data.PidFile);

        var socket = Path.Combine(socketDirectory, SocketPlace.FileName(port));
        var socketLock = socket + ".lock";
        if (File.Exists(socketLock) && BelongsTo(data, socketLock))
        {
            File.Delete(socket);
            File.Delete(socketLock);
        }
    }

    /// <summary>The second line names the cluster; a configured socket directory may serve other servers too.</summary>
    private static bool BelongsTo(DataDirectory data, string socketLock) =>
        File.ReadLines(socketLock).Skip(1).FirstOrDefault() == data.Cluster;
}

using System.Globalization;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>PostgreSQL's <c>postmaster.pid</c>: process id, data directory, start time, port, sockets, address, memory key, status; a line each.</summary>
internal sealed record PostmasterPidFile(int ProcessId, bool IsReady)
{
    /// <summary>Null when there is none, or it is being written.</summary>
    public static PostmasterPidFile? Read(string path)
    {
        try
        {
            return Parse(File.ReadAllLines(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal static PostmasterPidFile? Parse(string[] lines) =>
        lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var processId) && processId > 0
            ? new PostmasterPidFile(processId, lines.Length > 7 && lines[7].TrimEnd() == "ready")
            : null;
}

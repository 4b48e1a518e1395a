using System.Diagnostics;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>A PostgreSQL server process found by its id, whoever started it.</summary>
internal sealed record RunningPostgres(int ProcessId, string Program)
{
    private const string DeletedMark = " (deleted)";

    /// <summary>
    /// The server that works on this cluster, or null when the id belongs to nothing or to something else: ids are used again, and
    /// <c>postmaster.pid</c> outlives a crash. A server's working directory is its cluster.
    /// </summary>
    public static RunningPostgres? Find(int processId, string cluster) =>
        OperatingSystem.IsLinux() ? FindOnLinux(processId, cluster) : FindElsewhere(processId);

    private static RunningPostgres? FindOnLinux(int processId, string cluster)
    {
        // Both links are unreadable for a process that has ended, and for other users' processes, which cannot be ours.
        var program = ReadLink($"/proc/{processId}/exe");
        var workingDirectory = ReadLink($"/proc/{processId}/cwd");
        if (program is null || workingDirectory is null || workingDirectory != RealPath(cluster))
            return null;
        if (program.EndsWith(DeletedMark, StringComparison.Ordinal))
            program = program[..^DeletedMark.Length];
        return Path.GetFileName(program) == "postgres" ? new RunningPostgres(processId, program) : null;
    }

    /// <summary>Elsewhere the working directory of another process cannot be asked for; the program's name must do.</summary>
    private static RunningPostgres? FindElsewhere(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.MainModule?.FileName is { } program && Path.GetFileName(program) == "postgres"
                ? new RunningPostgres(processId, program)
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? ReadLink(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The path as the kernel tells it, without links in any part of it.</summary>
    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = Directory.ResolveLinkTarget(next, returnFinalTarget: true)?.FullName ?? next;
        }

        return real;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace FirearmsRegistry.Processes;

/// <summary>How a program is started: its output to a file that outlives the host, as an unprivileged account when the host is root.</summary>
public static class LaunchCommand
{
    private static readonly string[] ProgramDirectories = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    /// <summary>Whether a program can be started under another account: <c>setpriv</c> (util-linux) is there.</summary>
    public static bool CanChangeAccount => FindProgram("setpriv") is not null;

    /// <summary>
    /// Every step replaces the one before (<c>exec</c>), so the process that is started is the program itself. <c>setsid</c> keeps
    /// a terminal's Ctrl+C from reaching it, and makes it the leader of a group by which its children are ended with it.
    /// </summary>
    /// <param name="program">Full path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="log">The file that its output is appended to; opened before the account is changed.</param>
    /// <param name="account">The account; null for the host's own.</param>
    /// <param name="limits">What it may use at the most; null for no limit.</param>
    /// <exception cref="InvalidOperationException">An account is given and <see cref="CanChangeAccount"/> is false.</exception>
    public static ProcessStartInfo For(
        string program, IEnumerable<string> arguments, string log, ServiceAccount? account, ProgramLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var start = new ProcessStartInfo("/bin/sh")
        {
            // The work tree may be closed to the account, and programs that ask where they are would fail.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The host's environment may hold secrets, and PG* variables would change what PostgreSQL's programs do.
        start.Environment.Clear();
        start.Environment["PATH"] = string.Join(':', ProgramDirectories);
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";

        foreach (var argument in (string[])["-c", $$"""umask 077; {{limits?.Shell}}exec "$@" >>"$0" 2>&1 </dev/null""", log])
            start.ArgumentList.Add(argument);
        if (FindProgram("setsid") is { } setsid)
            start.ArgumentList.Add(setsid);
        foreach (var argument in account is null ? [] : AsAccount(account))
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Full path of a program of the system by its name; null where it is not installed.</summary>
    /// <param name="name">The name without a directory.</param>
    public static string? FindProgram(string name) =>
        ProgramDirectories.Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);

    private static string[] AsAccount(ServiceAccount account) =>
    [
        FindProgram("setpriv") ?? throw new InvalidOperationException("'setpriv' is not installed to start a program under another account."),
        string.Create(CultureInfo.InvariantCulture, $"--reuid={account.UserId}"),
        string.Create(CultureInfo.InvariantCulture, $"--regid={account.GroupId}"),
        "--clear-groups",
        "--no-new-privs",
    ];
}

/// <summary>What one process of a program may use at the most; the kernel enforces it.</summary>
/// <param name="MemoryMegabytes">Memory that it writes to (RLIMIT_DATA); address space is not counted, of which browsers reserve far more than they use.</param>
/// <param name="FileMegabytes">The largest file that it may write.</param>
/// <param name="CpuSeconds">Processor time.</param>
public sealed record ProgramLimits(int MemoryMegabytes, int FileMegabytes, int CpuSeconds)
{
    // ulimit counts memory in units of 1024 bytes and files in blocks of 512.
    internal string Shell => string.Create(CultureInfo.InvariantCulture,
        $"ulimit -c 0; ulimit -d {MemoryMegabytes * 1024} && ulimit -f {FileMegabytes * 2048} && ulimit -t {CpuSeconds} && ");
}

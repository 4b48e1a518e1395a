using System.Diagnostics;
using System.Globalization;
using FirearmsRegistry.EmbeddedPostgres.Platform;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>How a program is started: its output to a file that outlives the host, as an unprivileged account when the host is root.</summary>
internal static class LaunchCommand
{
    private static readonly string[] ProgramDirectories = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    /// <summary>
    /// Every step replaces the one before (<c>exec</c>), so the process that is started is the program itself. <c>setsid</c> keeps
    /// a terminal's Ctrl+C from reaching PostgreSQL before the host has finished its requests.
    /// </summary>
    public static ProcessStartInfo For(string program, IEnumerable<string> arguments, string log, ServiceAccount? account)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            // The work tree may be closed to the account, and programs that ask where they are would fail.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The host's environment may hold secrets, and PG* variables would change what the programs do.
        start.Environment.Clear();
        start.Environment["PATH"] = string.Join(':', ProgramDirectories);
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";

        foreach (var argument in (string[])["-c", """umask 077; exec "$@" >>"$0" 2>&1 </dev/null""", log])
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

    private static string[] AsAccount(ServiceAccount account) =>
    [
        FindProgram("setpriv") ?? throw new EmbeddedPostgresException(
            EmbeddedPostgresProblem.UnsupportedPlatform,
            "PostgreSQL refuses to run as root, and 'setpriv' is not installed to start it under another account. Install util-linux."),
        string.Create(CultureInfo.InvariantCulture, $"--reuid={account.UserId}"),
        string.Create(CultureInfo.InvariantCulture, $"--regid={account.GroupId}"),
        "--clear-groups",
        "--no-new-privs",
    ];

    private static string? FindProgram(string name) =>
        ProgramDirectories.Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
}

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>Turns what PostgreSQL's programs wrote while failing to start into a named problem with advice.</summary>
internal static class StartupLog
{
    private const int MostKept = 2000;
    private const int LongLog = 5_000_000;

    private static readonly (string Sign, EmbeddedPostgresProblem Problem, string Advice)[] Signs =
    [
        ("Address already in use", EmbeddedPostgresProblem.PortInUse,
            "Another process listens on the configured port. Stop it, choose another port, or use the Unix socket only (no port)."),
        ("No space left on device", EmbeddedPostgresProblem.DiskFullOrUnwritable, "The disk is full. Make room and start again."),
        ("Disk quota exceeded", EmbeddedPostgresProblem.DiskFullOrUnwritable, "The disk quota is used up. Make room and start again."),
        ("Read-only file system", EmbeddedPostgresProblem.DiskFullOrUnwritable, "The disk is read-only. Configure a writable data directory."),
        ("error while loading shared libraries", EmbeddedPostgresProblem.BinariesBroken,
            "A library is missing. Delete the directory of the programs and build again."),
        ("cannot execute", EmbeddedPostgresProblem.BinariesBroken,
            "The programs cannot be executed. Delete their directory and build again."),
        ("Exec format error", EmbeddedPostgresProblem.BinariesBroken,
            "The programs are for another processor. Delete their directory and build again."),
        ("database files are incompatible", EmbeddedPostgresProblem.VersionMismatch,
            "The data were made by another version of PostgreSQL. Use that version, or export and import the data."),
        ("lock file \"postmaster.pid\" already exists", EmbeddedPostgresProblem.DirectoryInUse,
            "Another PostgreSQL works on this directory. Stop it or configure another directory."),
        (SharedMemoryInUse, EmbeddedPostgresProblem.DirectoryInUse,
            "Processes of an earlier PostgreSQL still work on this directory. Wait for them or stop them."),
        ("Permission denied", EmbeddedPostgresProblem.DiskFullOrUnwritable,
            "The account that runs PostgreSQL may not reach or write the data directory. Make it reachable or configure another one."),
    ];

    private static readonly (string Sign, EmbeddedPostgresProblem Problem, string Advice) Unknown =
        ("", EmbeddedPostgresProblem.StartFailed, "Its output tells why; if the data are damaged, restore a back-up.");

    /// <summary>Said while backends of a killed server are still ending: trying again helps.</summary>
    public const string SharedMemoryInUse = "pre-existing shared memory block";

    /// <summary>Before a start: keeps one older log, so that the two never grow past what a disk can spare.</summary>
    public static void StartAnewWhenLong(string log)
    {
        if (LengthOf(log) > LongLog)
            File.Move(log, log + ".1", overwrite: true);
    }

    /// <summary>Length of a log now, to read later only what is written from here on.</summary>
    public static long LengthOf(string log) => File.Exists(log) ? new FileInfo(log).Length : 0;

    /// <summary>The last part of what was written since.</summary>
    public static string ReadFrom(string log, long position)
    {
        if (!File.Exists(log))
            return "";
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = Math.Max(position, stream.Length - MostKept);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }

    public static EmbeddedPostgresException Explain(string output, string log)
    {
        var (_, problem, advice) = Signs.Append(Unknown).First(s => output.Contains(s.Sign, StringComparison.Ordinal));
        return new EmbeddedPostgresException(problem, $"PostgreSQL did not start. {advice} Log {log} ends: {output}");
    }
}

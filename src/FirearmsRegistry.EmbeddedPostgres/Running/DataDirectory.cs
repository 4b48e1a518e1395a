using System.Globalization;
using System.Security.Cryptography;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>
/// What lies in a data directory. The directory belongs to the host; only <see cref="Cluster"/> and the socket's directory belong to the account
/// that PostgreSQL runs under, so that this account cannot lead a host that is root to write elsewhere.
/// </summary>
internal sealed record DataDirectory(string Root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    internal const UnixFileMode OwnerOnlyDirectory = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode Traversable = OwnerOnlyDirectory | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>PostgreSQL's own files.</summary>
    public string Cluster => Path.Combine(Root, "cluster");

    /// <summary>Where a cluster is made, before it is renamed; half a cluster from an interrupted start is thrown away.</summary>
    public string NewCluster => Path.Combine(Root, "cluster.new");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    public string Log => Path.Combine(Root, "postgresql.log");

    public string PasswordFile => Path.Combine(Root, "superuser.password");

    /// <summary>Held by the running host, see <see cref="DataDirectoryLock"/>.</summary>
    public string LockFile => Path.Combine(Root, "host.lock");

    /// <summary>Path of the programs that were started last, by which an orphan is known as ours.</summary>
    public string ProgramFile => Path.Combine(Root, "started.program");

    /// <summary>Makes the directory. As root the account may pass through it, but not look into it.</summary>
    public void Create(ServiceAccount? account)
    {
        try
        {
            // The mode of a directory that is somebody's already, such as /tmp, must not be changed.
            if (Directory.Exists(Root) && !File.Exists(LockFile) && Directory.EnumerateFileSystemEntries(Root).Any())
                throw new IOException("It holds other files and was not made by the registry.");
            Directory.CreateDirectory(Root);
            File.SetUnixFileMode(Root, account is null ? OwnerOnlyDirectory : Traversable);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(exception);
        }
    }

    /// <summary>Makes an empty directory that only the account (or, without one, the host) may enter.</summary>
    public static void CreatePrivate(string path, ServiceAccount? account)
    {
        Directory.CreateDirectory(path, OwnerOnlyDirectory);
        File.SetUnixFileMode(path, OwnerOnlyDirectory);
        if (account is not null)
            Posix.GiveTo(path, account);
    }

    /// <summary>The superuser's password: made once, before the cluster, and never changed.</summary>
    public string ReadOrMakePassword()
    {
        if (File.Exists(PasswordFile))
            return File.ReadAllText(PasswordFile).TrimEnd();
        if (Directory.Exists(Cluster))
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.DataDamaged,
                $"The database in {Root} is there, but its password file {PasswordFile} is missing. Put it back from a back-up.");

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var whole = PasswordFile + ".new";
        File.Delete(whole);
        WritePrivate(whole, password);
        File.Move(whole, PasswordFile);
        return password;
    }

    /// <summary>Writes a new file that only its owner can read.</summary>
    public static void WritePrivate(string path, string content)
    {
        using var stream = new FileStream(
            path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        using var writer = new StreamWriter(stream);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{content}\n"));
        writer.Flush();
        stream.Flush(flushToDisk: true);
    }

    public EmbeddedPostgresException Unwritable(Exception cause) => new(
        EmbeddedPostgresProblem.DiskFullOrUnwritable,
        $"The data directory {Root} cannot be used: {cause.Message} Make room, make it writable, or configure another directory.",
        cause);
}

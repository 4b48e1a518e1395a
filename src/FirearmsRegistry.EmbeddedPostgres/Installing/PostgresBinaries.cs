using FirearmsRegistry.Processes;

namespace FirearmsRegistry.EmbeddedPostgres.Installing;

/// <summary>The programs, at a place where the account that runs them can execute them.</summary>
internal sealed record PostgresBinaries(string Directory, string MajorVersion)
{
    private const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode ExecutableByAll =
        ReadableByAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Postgres => Path.Combine(Directory, "native", "bin", "postgres");

    public string InitDb => Path.Combine(Directory, "native", "bin", "initdb");

    /// <summary>
    /// As a user, the package itself. As root a copy per version below <see cref="EmbeddedPostgresPaths.SystemDirectory"/>: an unprivileged
    /// account cannot execute files below a work tree that only root may enter.
    /// </summary>
    public static PostgresBinaries Prepare(PostgresPackage package, ServiceAccount? account, string systemDirectory)
    {
        if (account is null)
        {
            package.MakeLinks(package.Directory);
            return Checked(new PostgresBinaries(package.Directory, package.MajorVersion), package);
        }

        var target = Path.Combine(systemDirectory, package.Version);
        try
        {
            if (!IsWhole(package, target))
                Copy(package, account, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.DiskFullOrUnwritable,
                $"The PostgreSQL programs (60 MB) cannot be copied to {target}: {exception.Message}. Make room or make it writable.",
                exception);
        }

        return Checked(new PostgresBinaries(target, package.MajorVersion), package);
    }

    private static PostgresBinaries Checked(PostgresBinaries binaries, PostgresPackage package) =>
        File.Exists(binaries.Postgres) && File.Exists(binaries.InitDb) ? binaries : throw PostgresPackage.Broken(package.Directory);

    /// <summary>A copy is renamed into place when complete, but a power failure can still leave files without their content.</summary>
    private static bool IsWhole(PostgresPackage package, string target) =>
        new DirectoryInfo(package.Native).EnumerateFiles("*", SearchOption.AllDirectories).All(file =>
        {
            if (file.LinkTarget is not null)
                return true;
            var copy = new FileInfo(Path.Combine(target, "native", Path.GetRelativePath(package.Native, file.FullName)));
            return copy.Exists && copy.Length == file.Length;
        });

    private static void Copy(PostgresPackage package, ServiceAccount account, string target)
    {
        MakeReadable(Path.GetDirectoryName(target)!);
        var staging = $"{target}.{Guid.CreateVersion7():n}";
        try
        {
            MakeReadable(staging);
            CopyTree(new DirectoryInfo(package.Native), Path.Combine(staging, "native"));
            package.MakeLinks(staging);
            foreach (var entry in System.IO.Directory.EnumerateFileSystemEntries(staging, "*", SearchOption.AllDirectories).Append(staging))
                Posix.GiveTo(entry, account);
            PutInPlace(package, staging, target);
        }
        finally
        {
            if (System.IO.Directory.Exists(staging))
                System.IO.Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>Two hosts may install at once: whoever is second finds a whole copy and drops its own.</summary>
    private static void PutInPlace(PostgresPackage package, string staging, string target)
    {
        if (System.IO.Directory.Exists(target) && !IsWhole(package, target))
            System.IO.Directory.Move(target, $"{staging}.damaged");
        try
        {
            System.IO.Directory.Move(staging, target);
        }
        catch (IOException) when (IsWhole(package, target))
        {
            return;
        }

        if (System.IO.Directory.Exists($"{staging}.damaged"))
            System.IO.Directory.Delete($"{staging}.damaged", recursive: true);
    }

    /// <summary>Makes a directory that everybody may read and pass, whatever the umask says.</summary>
    public static void MakeReadable(string directory)
    {
        System.IO.Directory.CreateDirectory(directory);
        File.SetUnixFileMode(directory, ExecutableByAll);
    }

    private static void CopyTree(DirectoryInfo source, string target)
    {
        MakeReadable(target);
        foreach (var file in source.EnumerateFiles().Where(file => file.LinkTarget is null))
        {
            var copy = Path.Combine(target, file.Name);
            file.CopyTo(copy);
            File.SetUnixFileMode(copy, file.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? ExecutableByAll : ReadableByAll);
        }

        foreach (var directory in source.EnumerateDirectories())
            CopyTree(directory, Path.Combine(target, directory.Name));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.EmbeddedPostgres.Installing;
using FirearmsRegistry.Processes;
using IOPath = System.IO.Path;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>The directory of the Unix socket.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="IsStandIn">Whether it stands in for a place whose path is too long, and goes when the server stops.</param>
internal sealed record SocketPlace(string Path, bool IsStandIn)
{
    /// <summary>Longest path of a socket file in bytes: 108 with the closing zero on Linux, 104 on macOS.</summary>
    private const int LongestPath = 103;

    private const int LongestPort = 65535;

    /// <summary>Name of the socket's file for a port; PostgreSQL fixes it.</summary>
    public static string FileName(int port) => string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{port}");

    /// <summary>Chooses and makes the directory: mode 0700, owned by whoever runs PostgreSQL.</summary>
    public static SocketPlace Prepare(EmbeddedPostgresOptions options, DataDirectory data, ServiceAccount? account, int port)
    {
        var wanted = IOPath.GetFullPath(options.SocketDirectory ?? IOPath.Combine(data.Root, "socket"));
        var place = Fits(wanted, port) ? new SocketPlace(wanted, false) : new SocketPlace(ShortPlace(options, data, account is not null), true);
        try
        {
            if (options.SocketDirectory is not null && Directory.Exists(place.Path))
                RequirePrivate(place.Path, account);
            else
                DataDirectory.CreatePrivate(place.Path, account);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.DiskFullOrUnwritable,
                $"The directory {place.Path} cannot serve for PostgreSQL's socket: {exception.Message} Configure another socket directory.",
                exception);
        }

        return place;
    }

    /// <summary>Call when the server has stopped.</summary>
    public void Release()
    {
        if (IsStandIn)
            Directory.Delete(Path, recursive: true);
    }

    internal static bool Fits(string directory, int port) =>
        Encoding.UTF8.GetByteCount(IOPath.Combine(IOPath.GetFullPath(directory), FileName(port))) <= LongestPath;

    /// <summary>A directory that somebody else made is never changed: it might be /tmp.</summary>
    private static void RequirePrivate(string path, ServiceAccount? account)
    {
        if ((File.GetUnixFileMode(path) & ~DataDirectory.OwnerOnlyDirectory) != 0
            || (account is not null && Posix.OwnerOf(path).UserId != account.UserId))
            throw new IOException("It exists, but is not closed to everybody but the account that runs PostgreSQL.");
    }

    /// <summary>
    /// As root below a directory that only root writes. As a user in the run-time directory, else in /tmp: somebody else's directory of
    /// that name is refused, since only an owner may change its mode.
    /// </summary>
    private static string ShortPlace(EmbeddedPostgresOptions options, DataDirectory data, bool asRoot)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data.Root)))[..16];
        if (asRoot)
            return IOPath.Combine(MadeReadable(IOPath.Combine(options.SystemDirectory, "sockets")), name);
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return IOPath.Combine(Directory.Exists(runtime) && Fits(IOPath.Combine(runtime, "fr-" + name), LongestPort) ? runtime : "/tmp", "fr-" + name);
    }

    private static string MadeReadable(string directory)
    {
        PostgresBinaries.MakeReadable(directory);
        return directory;
    }
}

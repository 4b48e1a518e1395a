using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.EmbeddedPostgres.Platform;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>The directory of the Unix socket.</summary>
internal static class SocketPlace
{
    /// <summary>Longest path of a socket file in bytes: 108 with the closing zero on Linux, 104 on macOS.</summary>
    private const int LongestPath = 103;

    /// <summary>Name of the socket's file for a port; PostgreSQL fixes it.</summary>
    public static string FileName(int port) => string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{port}");

    /// <summary>Chooses and makes the directory: mode 0700, owned by whoever runs PostgreSQL.</summary>
    public static string Prepare(EmbeddedPostgresOptions options, DataDirectory data, ServiceAccount? account, int port)
    {
        var wanted = options.SocketDirectory ?? Path.Combine(data.Root, "socket");
        var place = Fits(wanted, port) ? Path.GetFullPath(wanted) : ShortPlace(data, account is not null);
        try
        {
            DataDirectory.CreatePrivate(place, account);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.DiskFullOrUnwritable,
                $"The directory {place} for PostgreSQL's socket cannot be made private: {exception.Message} Configure another socket directory.",
                exception);
        }

        return place;
    }

    internal static bool Fits(string directory, int port) =>
        Encoding.UTF8.GetByteCount(Path.Combine(Path.GetFullPath(directory), FileName(port))) <= LongestPath;

    /// <summary>
    /// As root below a directory that only root writes. As a user in the run-time directory, else in /tmp: somebody else's directory of
    /// that name is refused, since only an owner may change its mode.
    /// </summary>
    private static string ShortPlace(DataDirectory data, bool asRoot)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data.Root)))[..16];
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        if (asRoot)
            return Path.Combine(EmbeddedPostgresPaths.SystemDirectory, "sockets", name);
        return Directory.Exists(runtime) && Fits(Path.Combine(runtime, "fr-" + name), 65535)
            ? Path.Combine(runtime, "fr-" + name)
            : Path.Combine("/tmp", "fr-" + name);
    }
}

using System.Globalization;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>PostgreSQL's settings, given on the command line, so that they hold whatever the directory's own configuration says.</summary>
internal static class ServerSettings
{
    public static IReadOnlyList<string> For(EmbeddedPostgresOptions options, string socketDirectory, int port) =>
    [
        $"listen_addresses={(options.TcpPort is null ? "" : "127.0.0.1")}",
        string.Create(CultureInfo.InvariantCulture, $"port={port}"),
        $"unix_socket_directories={QuotedPath(socketDirectory)}",
        "unix_socket_permissions=0700",
        string.Create(CultureInfo.InvariantCulture, $"max_connections={options.MaxConnections}"),
        "timezone=UTC",
        "log_timezone=UTC",
        // Statements and the details of errors contain personal data, which no log may hold.
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
        .. options.Durable ? (string[])["fsync=on", "full_page_writes=on"] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
    ];

    /// <summary>The setting is a list, in which commas and spaces part names unless quoted.</summary>
    private static string QuotedPath(string path) => $"\"{path.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

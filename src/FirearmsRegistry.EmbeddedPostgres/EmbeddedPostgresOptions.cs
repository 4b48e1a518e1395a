namespace FirearmsRegistry.EmbeddedPostgres;

/// <summary>Where and how the private PostgreSQL runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// Directory that keeps the database through restarts; made when missing. Besides the database it holds the password,
    /// the log and the lock that keeps a second host out. See <see cref="EmbeddedPostgresPaths.DefaultDataDirectory"/>.
    /// </summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// Root of an installed <c>@embedded-postgres</c> package (the directory with <c>package.json</c> and <c>native</c>).
    /// By default the one that the build fetched.
    /// </summary>
    public string? BinariesDirectory { get; init; }

    /// <summary>TCP port on 127.0.0.1, 1 to 65535; null (the default): the Unix socket only.</summary>
    public int? TcpPort { get; init; }

    /// <summary>
    /// Directory of the Unix socket; made with mode 0700, and an existing one must be that private already. By default below the data directory, or in a shorter place when
    /// that path is too long for a socket.
    /// </summary>
    public string? SocketDirectory { get; init; }

    /// <summary>
    /// Only as root: the existing unprivileged account that PostgreSQL runs under. By default the owner of the existing
    /// database, else <c>postgres</c>, else <c>nobody</c>.
    /// </summary>
    public string? Account { get; init; }

    /// <summary>How long a start may take, recovery included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a clean stop may take before PostgreSQL is stopped at once (and recovers at the next start).</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most connections at a time, over all databases.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>
    /// Whether what was acknowledged survives a crash. Only <see cref="EmbeddedPostgresServer.StartForTestsAsync"/> gives it up, for speed,
    /// on data that is thrown away.
    /// </summary>
    internal bool Durable { get; init; } = true;

    /// <summary>Where root keeps the programs; tests use another place.</summary>
    internal string SystemDirectory { get; init; } = EmbeddedPostgresPaths.SystemDirectory;
}

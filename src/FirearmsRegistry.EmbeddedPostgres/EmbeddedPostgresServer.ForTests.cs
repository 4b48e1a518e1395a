using FirearmsRegistry.EmbeddedPostgres.Running;

namespace FirearmsRegistry.EmbeddedPostgres;

public sealed partial class EmbeddedPostgresServer
{
    /// <summary>Environment variable with the connection string of an existing server that tests use instead.</summary>
    public const string TestServerVariable = "FIREARMS_REGISTRY_TEST_DB";

    /// <summary>
    /// A server for one run of a test project: a fresh data directory that is removed at the end, and no waiting for the disk
    /// (<c>fsync</c>, <c>synchronous_commit</c> and <c>full_page_writes</c> off), which nothing but tests may do. With
    /// <see cref="TestServerVariable"/> set, that server is used, and it is left running.
    /// </summary>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="EmbeddedPostgresException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgresServer> StartForTestsAsync(CancellationToken cancellationToken = default)
    {
        if (Environment.GetEnvironmentVariable(TestServerVariable) is { Length: > 0 } existing)
            return UseExisting(existing);

        await TestDirectories.RemoveAbandonedAsync(cancellationToken);
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory = TestDirectories.NextName(),
            Durable = false,
            MaxConnections = 300,
        };
        return await StartAsync(options, cancellationToken: cancellationToken);
    }

    /// <summary>Somebody else's server, whose databases are made and dropped here, but which is neither started nor stopped.</summary>
    internal static EmbeddedPostgresServer UseExisting(string connectionString) => new(connectionString, server: null);

    /// <summary>Makes a database for one test class under a name that nobody else has.</summary>
    /// <param name="prefix">Start of the name, for people who look at the server; at most 30 characters count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateTestDatabaseAsync(string prefix, CancellationToken cancellationToken = default)
    {
        var name = $"{prefix[..Math.Min(prefix.Length, 30)]}_{Guid.CreateVersion7():n}";
        await CreateDatabaseAsync(name, cancellationToken);
        return ConnectionString(name);
    }
}

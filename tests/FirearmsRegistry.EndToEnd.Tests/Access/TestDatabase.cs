using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>An empty database on the server of the tests.</summary>
internal static class TestDatabase
{
    private static string Server => Environment.GetEnvironmentVariable("REGISTRY_TEST_POSTGRES")
        ?? throw new InvalidOperationException("REGISTRY_TEST_POSTGRES names no PostgreSQL server");

    public static async Task<string> CreateAsync(CancellationToken cancellation)
    {
        var name = "access_" + Guid.CreateVersion7().ToString("N");
        await using var source = NpgsqlDataSource.Create(Server);
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(cancellation);
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 10 }.ConnectionString;
    }
}

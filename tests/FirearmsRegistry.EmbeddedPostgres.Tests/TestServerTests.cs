using Npgsql;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

public sealed class TestServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_run_gets_a_server_of_the_pinned_version_with_the_builtin_locale_and_the_needed_extensions()
    {
        await using var server = await EmbeddedPostgresServer.StartForTestsAsync(Token);
        var connectionString = await server.CreateTestDatabaseAsync("versions", Token);
        await using var source = NpgsqlDataSource.Create(connectionString);

        Assert.StartsWith("18.4", await ScalarAsync(source, "show server_version"), StringComparison.Ordinal);
        Assert.Equal("b", await ScalarAsync(source, "select datlocprovider::text from pg_database where datname = current_database()"));
        Assert.Equal("scram-sha-256", await ScalarAsync(source, "select distinct auth_method from pg_hba_file_rules"));
        await ScalarAsync(source, "create extension pg_trgm; create extension fuzzystrmatch");
    }

    private static async Task<string?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Token);
    }
}

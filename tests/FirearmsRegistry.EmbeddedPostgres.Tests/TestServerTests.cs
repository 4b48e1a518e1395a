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

    [Fact]
    public async Task An_existing_server_gets_databases_of_ones_own_and_is_left_running()
    {
        await using var owner = await EmbeddedPostgresServer.StartForTestsAsync(Token);
        await using (var guest = EmbeddedPostgresServer.UseExisting(owner.ConnectionString("postgres")))
        {
            var one = await guest.CreateTestDatabaseAsync("guest", Token);
            Assert.NotEqual(one, await guest.CreateTestDatabaseAsync("guest", Token));
            await using var source = NpgsqlDataSource.Create(one);
            var name = await ScalarAsync(source, "select current_database()::text");
            await guest.DropDatabaseAsync(name!, Token);
            await guest.DropDatabaseAsync(name!, Token);
            Assert.Null(guest.ProcessId);
        }

        Assert.True(await owner.CreateDatabaseAsync("still \"here\"", Token));
        Assert.False(await owner.CreateDatabaseAsync("still \"here\"", Token));
    }

    private static async Task<string?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Token);
    }
}

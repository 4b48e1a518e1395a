using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Shared.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Rebuilding;

public sealed class EventGuardTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Theory]
    [InlineData("update registry.mt_events set data = '{}'")]
    [InlineData("delete from registry.mt_events")]
    [InlineData("truncate registry.mt_events cascade")]
    [InlineData("update registry.access_log set reason = 'audit'")]
    [InlineData("delete from registry.access_log")]
    public async Task Nobody_changes_events_or_the_access_log(string statement)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task A_missing_guard_is_a_difference_of_the_schema()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<RegistrySchema>();
        Assert.Equal("", await schema.DiffAsync(TestContext.Current.CancellationToken));

        await using (var connection = new NpgsqlConnection(host.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("drop trigger events_are_append_only on registry.mt_events", connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("events_are_append_only", await schema.DiffAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await schema.ApplyAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await schema.DiffAsync(TestContext.Current.CancellationToken));
    }
}

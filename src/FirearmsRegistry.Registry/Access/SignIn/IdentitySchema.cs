using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>Brings schema <c>identity</c> up to date, or says what that would do.</summary>
internal sealed class IdentitySchema(IServiceScopeFactory scopes, NpgsqlDataSource dataSource)
{
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        // Held by the session: two servers that start together must not both create the schema.
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await ExecuteAsync(connection, "SELECT pg_advisory_lock(hashtextextended('identity.migrations', 0))", cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IdentityContext>().Database.MigrateAsync(cancellation);
        }
        finally
        {
            await ExecuteAsync(
                connection, "SELECT pg_advisory_unlock(hashtextextended('identity.migrations', 0))", CancellationToken.None);
        }
    }

    public async Task<string> PendingSqlAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityContext>().Database;
        var pending = await database.GetPendingMigrationsAsync(cancellation);
        if (!pending.Any())
        {
            return "";
        }
        var last = (await database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault();
        return database.GetService<IMigrator>().GenerateScript(last);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Jobs;
using Marten;
using Weasel.Core;

namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>The database schema as a whole: EF Core's part (sign-in), Marten's part (events, read models),
/// Hangfire's part (jobs) and the SQL scripts.</summary>
public sealed class RegistrySchema(IServiceProvider services, IDocumentStore store, Npgsql.NpgsqlDataSource database)
{
    /// <summary>Brings the database up to date; harmless where it is.</summary>
    public async Task ApplyAsync(CancellationToken token)
    {
        await AccessModule.MigrateIdentityAsync(services, token);
        await new SqlScripts(database).ApplyAsync(token);
        await new JobsSchema(database).ApplyAsync(token);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreateForApply);
        await new EventGuard(database).ApplyAsync(token);
    }

    /// <summary>The SQL that <see cref="ApplyAsync"/> would run; empty where the database is up to date.</summary>
    public async Task<string> DiffAsync(CancellationToken token)
    {
        var parts = new List<string> { await AccessModule.PendingIdentitySqlAsync(services, token) };
        parts.AddRange((await new SqlScripts(database).PendingAsync(token)).Select(script => $"-- {script.Name}\n{script.Sql}"));
        parts.Add(await new JobsSchema(database).PendingSqlAsync(token));
        var migration = await store.Storage.Database.CreateMigrationAsync(token);
        if (migration.Difference is not SchemaPatchDifference.None)
        {
            await using var writer = new StringWriter();
            migration.WriteAllUpdates(writer, new Weasel.Postgresql.PostgresqlMigrator(), AutoCreateForApply);
            parts.Add(writer.ToString());
        }

        parts.Add(await new EventGuard(database).PendingSqlAsync(token));
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static JasperFx.AutoCreate AutoCreateForApply => JasperFx.AutoCreate.CreateOrUpdate;
}

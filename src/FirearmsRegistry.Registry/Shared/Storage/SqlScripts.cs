using System.Reflection;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>
/// The tables that are neither Marten's nor EF Core's: numbered SQL files beside the area that owns them
/// (<c>Numbers/Schema/0001_issued_number.sql</c>), each applied once, in order of number and name, in a transaction with its own record.
/// </summary>
internal sealed class SqlScripts(NpgsqlDataSource database)
{
    private const string Ledger =
        """
        create schema if not exists registry;
        create table if not exists registry.schema_script (
            name text primary key,
            applied_at timestamptz not null default now());
        """;

    /// <summary>The scripts, by name such as <c>0001_issued_number</c>.</summary>
    public static IReadOnlyList<(string Name, string Sql)> All { get; } = [.. Load().OrderBy(script => script.Name, StringComparer.Ordinal)];

    /// <summary>The scripts that this database lacks.</summary>
    public async Task<IReadOnlyList<(string Name, string Sql)>> PendingAsync(CancellationToken token)
    {
        await using var exists = database.CreateCommand("select to_regclass('registry.schema_script') is not null");
        if (await exists.ExecuteScalarAsync(token) is not true)
            return All;
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using var command = database.CreateCommand("select name from registry.schema_script");
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            applied.Add(reader.GetString(0));
        return [.. All.Where(script => !applied.Contains(script.Name))];
    }

    /// <summary>Applies what is pending; two servers at once take turns.</summary>
    public async Task ApplyAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await ExecuteAsync(connection, "select pg_advisory_lock(hashtext('registry.schema_script'))", token);
        try
        {
            await ExecuteAsync(connection, Ledger, token);
            foreach (var (name, sql) in await PendingAsync(token))
            {
                await using var transaction = await connection.BeginTransactionAsync(token);
                await ExecuteAsync(connection, sql, token);
                await using var record = new NpgsqlCommand("insert into registry.schema_script (name) values ($1)", connection);
                record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
                await record.ExecuteNonQueryAsync(token);
                await transaction.CommitAsync(token);
            }
        }
        finally
        {
            await ExecuteAsync(connection, "select pg_advisory_unlock(hashtext('registry.schema_script'))", CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(token);
    }

    private static IEnumerable<(string Name, string Sql)> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            yield return (Path.GetFileNameWithoutExtension(resource), reader.ReadToEnd());
        }
    }
}

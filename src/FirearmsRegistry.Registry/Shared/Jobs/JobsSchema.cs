using System.Globalization;
using Hangfire.PostgreSql;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Jobs;

/// <summary>
/// The schema <c>hangfire</c>: brought up to date by <c>schema apply</c> with the library's own numbered scripts, never by a starting server.
/// </summary>
internal sealed class JobsSchema(NpgsqlDataSource database)
{
    public const string Name = "hangfire";

    private const string ScriptPrefix = "Hangfire.PostgreSql.Scripts.Install.v";

    /// <summary>The SQL that this database lacks; empty where it is up to date.</summary>
    public async Task<string> PendingSqlAsync(CancellationToken token)
    {
        var installed = await InstalledVersionAsync(token);
        return string.Join('\n', Scripts().Where(script => script.Version > installed).OrderBy(script => script.Version)
            .Select(script => $"-- hangfire v{script.Version}\n{Read(script.Resource)}"));
    }

    /// <summary>Brings it up to date; harmless where it is.</summary>
    public async Task ApplyAsync(CancellationToken token)
    {
        if (await InstalledVersionAsync(token) >= Scripts().Max(script => script.Version))
            return;
        await using var connection = await database.OpenConnectionAsync(token);
        PostgreSqlObjectsInstaller.Install(connection, Name);
    }

    private async Task<int> InstalledVersionAsync(CancellationToken token)
    {
        await using var exists = database.CreateCommand("select to_regclass('hangfire.schema') is not null");
        if (await exists.ExecuteScalarAsync(token) is not true)
            return 0;
        await using var version = database.CreateCommand("select coalesce(max(version), 0)::int from hangfire.schema");
        return (int)(await version.ExecuteScalarAsync(token))!;
    }

    private static IEnumerable<(int Version, string Resource)> Scripts() =>
        from resource in typeof(PostgreSqlStorage).Assembly.GetManifestResourceNames()
        where resource.StartsWith(ScriptPrefix, StringComparison.Ordinal)
        select (int.Parse(resource.AsSpan(ScriptPrefix.Length, resource.Length - ScriptPrefix.Length - ".sql".Length), CultureInfo.InvariantCulture),
            resource);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(PostgreSqlStorage).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

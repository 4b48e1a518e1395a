using Npgsql;

namespace FirearmsRegistry.Registry.Access.SignIn.Demonstrating;

/// <summary>Whether this is the demo's database, by the mark that its loader leaves at the end.</summary>
internal sealed class DemoPresence(NpgsqlDataSource database)
{
    private volatile bool _loaded;

    /// <summary>True once the demo's records are there; they stay.</summary>
    public async Task<bool> IsLoadedAsync(CancellationToken cancellation)
    {
        if (_loaded)
            return true;
        await using var there = database.CreateCommand("select to_regclass('demo.load') is not null");
        if (await there.ExecuteScalarAsync(cancellation) is not true)
            return false;
        await using var finished = database.CreateCommand("select exists (select from demo.load where finished_at is not null)");
        return _loaded = await finished.ExecuteScalarAsync(cancellation) is true;
    }
}

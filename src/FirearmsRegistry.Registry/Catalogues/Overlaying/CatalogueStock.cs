using System.Collections.Immutable;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Catalogues.Seeds;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Catalogues.Overlaying;

/// <summary>
/// The catalogues of now: the seeds with the register's own records laid over them. Kept in memory; each use asks the database for one
/// number and reads again only what was changed since, by whichever server.
/// </summary>
internal sealed class CatalogueStock(IDocumentStore store, NpgsqlDataSource database) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile State _state = new(0, ImmutableDictionary<Guid, CatalogueRecord>.Empty, CatalogueLookUp.Seeded);

    /// <summary>The look-up over the catalogues as they were when they were last asked for here, without a question to the database.</summary>
    public CatalogueLookUp LastRead => _state.LookUp;

    /// <summary>The look-up over the catalogues of now.</summary>
    public async Task<CatalogueLookUp> CurrentAsync(CancellationToken token)
    {
        if (await LastChangeAsync(token) == _state.Change)
            return _state.LookUp;
        await _reading.WaitAsync(token);
        try
        {
            // Asked before the records are read: what is committed in between is read twice rather than never.
            var change = await LastChangeAsync(token);
            if (change != _state.Change)
                _state = await ReadAsync(_state, change, token);
            return _state.LookUp;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private async Task<State> ReadAsync(State known, long change, CancellationToken token)
    {
        await using var session = store.QuerySession();
        // A database that was restored from a back-up may count from lower than before: then everything is read.
        var changed = change < known.Change ? await session.Query<CatalogueRecord>().ToListAsync(token)
            : await session.LoadManyAsync<CatalogueRecord>(token, await ChangedAsync(known.Change, token));
        var records = (change < known.Change ? ImmutableDictionary<Guid, CatalogueRecord>.Empty : known.Records)
            .SetItems(changed.Select(record => KeyValuePair.Create(record.Id, record)));
        return new State(change, records, new CatalogueLookUp(Overlay.Of(CatalogueSeeds.Load(), records.Values)));
    }

    private async Task<long> LastChangeAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq), 0) from registry.catalogue_change");
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    private async Task<Guid[]> ChangedAsync(long since, CancellationToken token)
    {
        await using var command = database.CreateCommand("select distinct entry_id from registry.catalogue_change where seq > $1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = since });
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            ids.Add(reader.GetGuid(0));
        return [.. ids];
    }

    private sealed record State(long Change, ImmutableDictionary<Guid, CatalogueRecord> Records, CatalogueLookUp LookUp);
}

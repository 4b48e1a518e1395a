using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>
/// Changes an entry that counts. A seed has no stream before its first change, and its version is 0 until then: unlike other records it
/// is there before anything was recorded of it.
/// </summary>
internal sealed class CatalogueWriter(RegistryWriter writer, CatalogueStock stock)
{
    public async Task<Result<Written>> ChangeAsync(
        CatalogueKind kind, CatalogueCode code, Func<CatalogueEntry, CatalogueSnapshot, Result<object>> decide, CommandContext context,
        CancellationToken token)
    {
        await CatalogueLock.TakeAsync(writer.Session, token);
        var all = (await stock.CurrentAsync(token)).Snapshot;
        var id = CatalogueRecord.IdOf(kind, code);
        var stream = await writer.Session.Events.FetchForWriting<CatalogueRecord>(id, token);
        if (stream.Aggregate is { Withdrawn: true })
            return CatalogueErrors.IsWithdrawn;
        if (all.Find(kind, code) is not { } entry)
            return Refusal.NotFound(CatalogueErrors.Words, code);
        var version = stream.StartingVersion ?? 0;
        if (context.ExpectedVersion is { } expected && expected != version)
            return Refusal.Stale(version);
        if (decide(entry, all).Refused(out var refusal, out var happened))
            return refusal;
        stream.AppendOne(happened);
        return await writer.CommitAsync(new Written(false, GivenEntry.LocationOf(kind, code), id, version + 1), context, token);
    }
}

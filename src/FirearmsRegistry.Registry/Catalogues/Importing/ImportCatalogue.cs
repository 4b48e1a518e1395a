using System.Security.Cryptography;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Catalogues.Importing;

/// <summary>Take over a table of entries.</summary>
/// <param name="Id">The import's id.</param>
/// <param name="Kind">The catalogue.</param>
/// <param name="File">The table, as comma-separated values.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ImportCatalogue(Guid Id, CatalogueKind Kind, ReadOnlyMemory<byte> File, Note Source);

/// <summary>Carries out <see cref="ImportCatalogue"/>.</summary>
internal sealed class ImportCatalogueHandler(RegistryWriter writer, CatalogueStock stock)
{
    /// <summary>What the import would change; nothing is written.</summary>
    public async Task<Result<ImportPlan>> PreviewAsync(CatalogueKind kind, ReadOnlyMemory<byte> file, CancellationToken token)
    {
        var all = (await stock.CurrentAsync(token)).Snapshot;
        return ImportPlan.Decide(kind, file.Span, all);
    }

    /// <summary>Takes over the whole table, or nothing, in one transaction.</summary>
    public async Task<Result<Written>> HandleAsync(ImportCatalogue command, CommandContext context, CancellationToken token)
    {
        await CatalogueLock.TakeAsync(writer.Session, token);
        if ((await PreviewAsync(command.Kind, command.File, token)).Refused(out var refusal, out var plan))
            return refusal;
        await AppendAsync(command, plan, token);
        var hash = PhotoHash.Parse(Convert.ToHexStringLower(SHA256.HashData(command.File.Span))).GetOrThrow();
        writer.Session.Events.StartStream<CatalogueImport>(command.Id,
            new CatalogueImported(command.Kind, command.Source, hash, plan.Added.Count, plan.Corrected.Count, plan.Unchanged));
        return await writer.CommitAsync(new Written(true, $"/api/v1/catalogue-imports/{command.Id}", command.Id, 1), context, token);
    }

    private async Task AppendAsync(ImportCatalogue command, ImportPlan plan, CancellationToken token)
    {
        var events = plan.Added.Select(entry => (entry.Code, (object)new CatalogueEntryAdded(command.Kind, entry, command.Source)))
            .Concat(plan.Corrected.Select(difference => (difference.After.Code,
                (object)new CatalogueEntryCorrected(command.Kind, difference.Before, difference.After, command.Source))))
            .Select(pair => (Id: CatalogueRecord.IdOf(command.Kind, pair.Code), Event: pair.Item2)).ToList();
        var known = (await writer.Session.LoadManyAsync<CatalogueRecord>(token, [.. events.Select(pair => pair.Id)]))
            .ToDictionary(record => record.Id, record => record.Version);
        foreach (var (id, happened) in events)
        {
            // With its version: the read model of a stream whose version is not known here would be stored with version 0.
            if (known.TryGetValue(id, out var version))
                writer.Session.Events.Append(id, version + 1, happened);
            else
                writer.Session.Events.StartStream<CatalogueRecord>(id, happened);
        }
    }
}

using FirearmsRegistry.Registry.Catalogues.Checking;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Catalogues.Adding;

/// <summary>Add an entry to a catalogue.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record AddCatalogueEntry(CatalogueKind Kind, CatalogueEntry Entry, Note Source)
{
    /// <summary>Decides what adding means among all the other entries.</summary>
    public static Result<CatalogueEntryAdded> Decide(AddCatalogueEntry command, CatalogueSnapshot all)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(all);
        if (all.Find(command.Kind, command.Entry.Code) is not null)
            return CatalogueErrors.CodeTaken(command.Entry.Code);
        var faults = EntryRules.Broken(Overlay.With(all, command.Kind, [command.Entry]), command.Kind, [command.Entry]).ToList();
        return faults.Count > 0
            ? CatalogueErrors.Of(faults)
            : new CatalogueEntryAdded(command.Kind, command.Entry, command.Source);
    }
}

/// <summary>Carries out <see cref="AddCatalogueEntry"/>.</summary>
internal sealed class AddCatalogueEntryHandler(RegistryWriter writer, CatalogueStock stock)
{
    /// <summary>Adds the entry; one that was withdrawn goes on with its history.</summary>
    public async Task<Result<Written>> HandleAsync(AddCatalogueEntry command, CommandContext context, CancellationToken token)
    {
        await CatalogueLock.TakeAsync(writer.Session, token);
        var all = (await stock.CurrentAsync(token)).Snapshot;
        if (AddCatalogueEntry.Decide(command, all).Refused(out var refusal, out var added))
            return refusal;
        var id = CatalogueRecord.IdOf(command.Kind, command.Entry.Code);
        var stream = await writer.Session.Events.FetchForWriting<CatalogueRecord>(id, token);
        var version = (stream.StartingVersion ?? 0) + 1;
        stream.AppendOne(added);
        return await writer.CommitAsync(
            new Written(true, GivenEntry.LocationOf(command.Kind, command.Entry.Code), id, version), context, token);
    }
}

using FirearmsRegistry.Registry.Catalogues.Checking;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Catalogues.Correcting;

/// <summary>Correct an entry, one of the seeds or one of the register's own.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Code">The entry; its code stays.</param>
/// <param name="After">The entry as it should stand.</param>
/// <param name="Reason">Why, with the source.</param>
public sealed record CorrectCatalogueEntry(CatalogueKind Kind, CatalogueCode Code, CatalogueEntry After, Note Reason)
{
    /// <summary>Decides what correcting means among all the other entries.</summary>
    public static Result<CatalogueEntryCorrected> Decide(CorrectCatalogueEntry command, CatalogueEntry before, CatalogueSnapshot all)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(before);
        if (command.After.Code != command.Code)
        {
            return Refusal.Input(new InputError("/entry/code", command.After.Code.ToString(), "The code of an entry stays.", null,
                command.Code.ToString()));
        }

        if (command.After.SaysTheSameAs(before))
            return CatalogueErrors.NothingCorrected;
        var then = Overlay.With(all, command.Kind, [command.After]);
        var faults = EntryRules.Broken(then, command.Kind, [command.After]).ToList();
        return faults.Count > 0
            ? CatalogueErrors.Of(faults)
            : new CatalogueEntryCorrected(command.Kind, before, command.After, command.Reason);
    }
}

/// <summary>Carries out <see cref="CorrectCatalogueEntry"/>.</summary>
internal sealed class CorrectCatalogueEntryHandler(CatalogueWriter writer)
{
    /// <summary>Corrects the entry.</summary>
    public Task<Result<Written>> HandleAsync(CorrectCatalogueEntry command, CommandContext context, CancellationToken token) =>
        writer.ChangeAsync(command.Kind, command.Code,
            (before, all) => CorrectCatalogueEntry.Decide(command, before, all).Map<object>(corrected => corrected), context, token);
}

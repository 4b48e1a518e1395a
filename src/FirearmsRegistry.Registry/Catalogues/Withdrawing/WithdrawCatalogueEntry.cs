using FirearmsRegistry.Registry.Catalogues.Checking;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Catalogues.Withdrawing;

/// <summary>Take an entry out of look-ups: it is wrong, or the same as another.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Code">The entry.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawCatalogueEntry(CatalogueKind Kind, CatalogueCode Code, Note Reason)
{
    /// <summary>Decides what withdrawing means: nothing may refer to the entry any more.</summary>
    public static Result<CatalogueEntryWithdrawn> Decide(WithdrawCatalogueEntry command, CatalogueEntry entry, CatalogueSnapshot all)
    {
        ArgumentNullException.ThrowIfNull(command);
        var users = EntryReferences.To(all, command.Kind, command.Code).ToList();
        return users.Count > 0
            ? CatalogueErrors.UsedBy(users)
            : new CatalogueEntryWithdrawn(command.Kind, entry, command.Reason);
    }
}

/// <summary>Carries out <see cref="WithdrawCatalogueEntry"/>.</summary>
internal sealed class WithdrawCatalogueEntryHandler(CatalogueWriter writer)
{
    /// <summary>Withdraws the entry.</summary>
    public Task<Result<Written>> HandleAsync(WithdrawCatalogueEntry command, CommandContext context, CancellationToken token) =>
        writer.ChangeAsync(command.Kind, command.Code,
            (entry, all) => WithdrawCatalogueEntry.Decide(command, entry, all).Map<object>(withdrawn => withdrawn), context, token);
}

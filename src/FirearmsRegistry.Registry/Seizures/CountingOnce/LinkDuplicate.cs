using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>Link an item that is on record to the item that reports the same arm and counts.</summary>
/// <param name="SeizureId">The seizure of the duplicate.</param>
/// <param name="ItemId">The duplicate.</param>
/// <param name="Link">The item that counts, and why.</param>
public sealed record LinkDuplicate(Guid SeizureId, Guid ItemId, DuplicateLink Link)
{
    /// <summary>Decides what linking means; that the original may be one is checked under a lock before.</summary>
    public static Result<IReadOnlyList<object>> Decide(SeizedItem item, LinkDuplicate command)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        return item.DuplicateOf is not null
            ? SeizureErrors.Duplicate("This item is linked already; withdraw that link first.")
            : Result.Of<IReadOnlyList<object>>([new SeizedItemLinkedAsDuplicate(command.Link.ItemId, command.Link.Reason)]);
    }
}

/// <summary>Withdraw a link: the items are different arms after all, and both count.</summary>
/// <param name="SeizureId">The seizure of the item.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Reason">Why.</param>
public sealed record UnlinkDuplicate(Guid SeizureId, Guid ItemId, Note Reason)
{
    /// <summary>Decides what withdrawing means.</summary>
    public static Result<IReadOnlyList<object>> Decide(SeizedItem item, UnlinkDuplicate command)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        return item.DuplicateOf is { } original
            ? Result.Of<IReadOnlyList<object>>([new SeizedItemUnlinkedAsDuplicate(original, command.Reason)])
            : SeizureErrors.Duplicate("This item is linked to no other.");
    }
}

/// <summary>Carries out <see cref="LinkDuplicate"/> and <see cref="UnlinkDuplicate"/>.</summary>
public sealed class DuplicateHandler(RegistryWriter writer)
{
    /// <summary>Links the item.</summary>
    public async Task<Result<Written>> HandleAsync(LinkDuplicate command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        if ((await ItemChanges.FetchAsync(writer, command.SeizureId, command.ItemId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        var item = stream.Aggregate!;
        if (await Duplicates.WrongOriginalAsync(writer.Session, command.Link.ItemId, command.ItemId, item.Item.Kind, token) is { } wrong)
            return wrong;
        return await ItemChanges.CommitAsync(writer, stream, LinkDuplicate.Decide(item, command), context, token);
    }

    /// <summary>Withdraws the link.</summary>
    public async Task<Result<Written>> HandleAsync(UnlinkDuplicate command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        if ((await ItemChanges.FetchAsync(writer, command.SeizureId, command.ItemId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        return await ItemChanges.CommitAsync(writer, stream, UnlinkDuplicate.Decide(stream.Aggregate!, command), context, token);
    }
}

using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>Record one arm, or a quantity of parts or ammunition, of a seizure.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="ItemId">The new item's id.</param>
/// <param name="Item">What it is.</param>
/// <param name="DuplicateOf">The item that reports the same arm already; this one is then linked and does not count.</param>
/// <param name="ConfirmedDistinct">Why it counts although an item that looks the same is on record.</param>
public sealed record RecordSeizedItem(
    Guid SeizureId, Guid ItemId, SeizedItemEntry Item, DuplicateLink? DuplicateOf = null, Note? ConfirmedDistinct = null)
{
    /// <summary>Decides what recording means; the outcome line of an arm is decided with it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="seizure">The circumstances of the seizure.</param>
    /// <param name="sameArms">The counting items that may be the same arm.</param>
    /// <param name="now">The present moment.</param>
    public static Result<IReadOnlyList<object>> Decide(
        RecordSeizedItem command, SeizureCircumstances seizure, IReadOnlyList<SameArm> sameArms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(sameArms);
        if (ItemRules.Broken(command.Item, now) is { } refusal)
            return refusal;
        if (command is { DuplicateOf: not null, ConfirmedDistinct: not null })
            return SeizureErrors.Duplicate("An item is either a duplicate or confirmed distinct, not both.");
        if (sameArms.Count > 0 && command is { DuplicateOf: null, ConfirmedDistinct: null })
            return SeizureErrors.SameArm(sameArms);

        var events = new List<object>
        {
            new SeizedItemRecorded(command.SeizureId, command.Item, ItemCircumstances.Of(seizure),
                SameArm.Distinct(sameArms, command.ConfirmedDistinct), SameArm.Ids(sameArms, command.ConfirmedDistinct)),
        };
        if (OutcomeDecider.Begin(command.Item) is { } outcome)
            events.Add(outcome);
        if (command.DuplicateOf is { } link)
            events.Add(new SeizedItemLinkedAsDuplicate(link.ItemId, link.Reason));
        return Result.Of<IReadOnlyList<object>>(events);
    }
}

/// <summary>Says that an item reports an arm that another item reports already.</summary>
/// <param name="ItemId">The item that counts.</param>
/// <param name="Reason">Why they are the same arm.</param>
public sealed record DuplicateLink(Guid ItemId, Note Reason);

/// <summary>Carries out <see cref="RecordSeizedItem"/>.</summary>
public sealed class RecordSeizedItemHandler(RegistryWriter writer)
{
    /// <summary>Records the item, or refuses with the items that seem to be the same arm.</summary>
    public async Task<Result<Written>> HandleAsync(RecordSeizedItem command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var session = writer.Session;
        await SeizureLock.ShareAsync(session, command.SeizureId, token);
        if (await session.Events.AggregateStreamAsync<Seizure>(command.SeizureId, token: token) is not { } seizure)
            return Refusal.NotFound("seizure", command.SeizureId);
        if (await References.MissingAsync(session, command.Item, token) is { } missing)
            return missing;
        var sameArms = await SameArms.FindUnderLockAsync(session, command.ItemId, ArmIdentity.Of(command.Item), token);
        if (command.DuplicateOf is { } link
            && await Duplicates.WrongOriginalAsync(session, link.ItemId, command.ItemId, command.Item.Kind, token) is { } wrong)
        {
            return wrong;
        }

        if (RecordSeizedItem.Decide(command, seizure.Circumstances, sameArms, context.Now).Refused(out var refusal, out var events))
            return refusal;
        return await writer.CreateAsync<SeizedItem>(
            command.ItemId, SeizurePaths.Of(command.SeizureId, command.ItemId), events, context, token);
    }
}

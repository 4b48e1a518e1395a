using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.Identifying;

/// <summary>Record which registered arm an item is.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="ItemId">The item.</param>
/// <param name="FirearmId">The registered arm.</param>
/// <param name="How">By what it was found out.</param>
/// <param name="Grounds">The grounds in words.</param>
/// <param name="ConfirmedDistinct">Why it counts although the same arm is on record as another item.</param>
public sealed record IdentifySeizedItem(
    Guid SeizureId, Guid ItemId, Guid FirearmId, IdentifiedBy How, Note Grounds, Note? ConfirmedDistinct = null)
{
    /// <summary>Decides what the identification means. The line is left to the trace that follows the arm's records.</summary>
    public static Result<IReadOnlyList<object>> Decide(SeizedItem item, IdentifySeizedItem command, IReadOnlyList<SameArm> sameArms)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(sameArms);
        if (item.Item.Arm is null)
            return SeizureErrors.FirearmsOnly;
        // What a trace found by the marks can still be confirmed by a person.
        if (item.FirearmId == command.FirearmId && item.FoundByTrace is null)
            return SeizureErrors.NothingToChange;
        if (sameArms.Count > 0 && command.ConfirmedDistinct is null)
            return SeizureErrors.SameArm(sameArms);
        return ItemChanges.With(
            new SeizedItemIdentified(command.FirearmId, command.How, command.Grounds,
                SameArm.Distinct(sameArms, command.ConfirmedDistinct), SameArm.Ids(sameArms, command.ConfirmedDistinct)),
            null);
    }
}

/// <summary>Carries out <see cref="IdentifySeizedItem"/>.</summary>
public sealed class IdentifySeizedItemHandler(RegistryWriter writer)
{
    /// <summary>Records the identification.</summary>
    public async Task<Result<Written>> HandleAsync(IdentifySeizedItem command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        if ((await ItemChanges.FetchAsync(writer, command.SeizureId, command.ItemId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        if (!await FirearmReferences.ExistsAsync(writer.Session, command.FirearmId, token))
        {
            return SeizureErrors.Unknown(
                [new InputError("/firearmId", command.FirearmId.ToString(), "Must be the id of a firearm in the register.")]);
        }

        var item = stream.Aggregate!;
        var identity = item.DuplicateOf is null ? ArmIdentity.OfFirearm(command.FirearmId) : null;
        var sameArms = await SameArms.FindUnderLockAsync(writer.Session, command.ItemId, identity, token);
        return await ItemChanges.CommitAsync(writer, stream, IdentifySeizedItem.Decide(item, command, sameArms), context, token);
    }
}

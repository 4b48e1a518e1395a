using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.Correcting;

/// <summary>Correct what was recorded of an item.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Item">As it should have been recorded.</param>
/// <param name="Reason">Why.</param>
/// <param name="ConfirmedDistinct">Why it counts although an item that looks the same is on record.</param>
public sealed record CorrectSeizedItem(Guid SeizureId, Guid ItemId, SeizedItemEntry Item, Note Reason, Note? ConfirmedDistinct = null)
{
    /// <summary>Decides what the correction means; the line is decided anew with it.</summary>
    /// <param name="item">The item as it stands.</param>
    /// <param name="command">The command.</param>
    /// <param name="sameArms">The counting items that may be the same arm as the corrected one; empty where its identity stays.</param>
    /// <param name="now">The present moment.</param>
    public static Result<IReadOnlyList<object>> Decide(
        SeizedItem item, CorrectSeizedItem command, IReadOnlyList<SameArm> sameArms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(sameArms);
        if (ItemRules.Broken(command.Item, now) is { } refusal)
            return refusal;
        if (SameContent.Of(item.Item, command.Item))
            return SeizureErrors.NothingToChange;
        if (item.Outcome?.TraceRequestId is not null && command.Item.Kind != ItemKind.Firearm)
            return SeizureErrors.TracedAsArm;
        if (sameArms.Count > 0 && command.ConfirmedDistinct is null)
            return SeizureErrors.SameArm(sameArms);
        return ItemChanges.With(
            new SeizedItemCorrected(item.Item, command.Item, command.Reason,
                SameArm.Distinct(sameArms, command.ConfirmedDistinct), SameArm.Ids(sameArms, command.ConfirmedDistinct)),
            OutcomeDecider.AfterCorrection(item, command.Item));
    }
}

/// <summary>Carries out <see cref="CorrectSeizedItem"/>.</summary>
public sealed class CorrectSeizedItemHandler(RegistryWriter writer)
{
    /// <summary>Corrects the item.</summary>
    public async Task<Result<Written>> HandleAsync(CorrectSeizedItem command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await ItemChanges.FetchAsync(writer, command.SeizureId, command.ItemId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        var item = stream.Aggregate!;
        if (await References.MissingAsync(writer.Session, command.Item, token) is { } missing)
            return missing;
        var (before, after) = (ArmIdentity.Of(item.Item), ArmIdentity.Of(command.Item));
        var sameArms = item.DuplicateOf is not null || SameContent.Of(before, after)
            ? []
            : await SameArms.FindUnderLockAsync(writer.Session, command.ItemId, after, token);
        return await ItemChanges.CommitAsync(
            writer, stream, CorrectSeizedItem.Decide(item, command, sameArms, context.Now), context, token);
    }
}

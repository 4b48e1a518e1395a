using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.Restoring;

/// <summary>Record what a laboratory read from marks that had been erased or altered.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="ItemId">The item.</param>
/// <param name="RestoredText">What was read.</param>
/// <param name="Serial">The maker's number in it.</param>
/// <param name="NamesExactlyThisArm">Whether the restored marks tell this arm from all others.</param>
/// <param name="Method">How.</param>
/// <param name="Destructive">Whether the examination changed the metal.</param>
/// <param name="Report">The report's reference.</param>
/// <param name="RestoredOn">When.</param>
/// <param name="ConfirmedDistinct">Why it counts although an item that looks the same is on record.</param>
public sealed record RestoreSeizedMarks(
    Guid SeizureId,
    Guid ItemId,
    MarkText RestoredText,
    MarkText? Serial,
    bool NamesExactlyThisArm,
    RestorationMethod Method,
    bool Destructive,
    ShortText Report,
    PartialDate RestoredOn,
    Note? ConfirmedDistinct = null)
{
    /// <summary>Decides what the restoration means: with marks that name it, the arm can be traced.</summary>
    public static Result<IReadOnlyList<object>> Decide(
        SeizedItem item, RestoreSeizedMarks command, IReadOnlyList<SameArm> sameArms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(sameArms);
        if (item.Item.Arm is not { } arm)
            return SeizureErrors.FirearmsOnly;
        if (arm.Marking is not (MarkingState.Erased or MarkingState.Altered))
            return SeizureErrors.NoMarksToRestore;
        if (Today.IsBefore(command.RestoredOn, now))
            return SeizureErrors.DateInFuture("/restoredOn", command.RestoredOn);
        if (sameArms.Count > 0 && command.ConfirmedDistinct is null)
            return SeizureErrors.SameArm(sameArms);
        var restored = command.Event(sameArms);
        return ItemChanges.With(restored,
            OutcomeDecider.Redecide(item, facts => facts with { MarksRestored = facts.MarksRestored || restored.NamesExactlyThisArm }));
    }

    internal SeizedItemMarksRestored Event(IReadOnlyList<SameArm> sameArms) => new(
        RestoredText, Serial, NamesExactlyThisArm, Method, Destructive, Report, RestoredOn,
        SameArm.Distinct(sameArms, ConfirmedDistinct), SameArm.Ids(sameArms, ConfirmedDistinct));
}

/// <summary>Carries out <see cref="RestoreSeizedMarks"/>.</summary>
public sealed class RestoreSeizedMarksHandler(RegistryWriter writer)
{
    /// <summary>Records the restoration.</summary>
    public async Task<Result<Written>> HandleAsync(RestoreSeizedMarks command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await ItemChanges.FetchAsync(writer, command.SeizureId, command.ItemId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        var item = stream.Aggregate!;
        var identity = item.DuplicateOf is null ? ArmIdentity.Of(item, command.Event([])) : null;
        var sameArms = await SameArms.FindUnderLockAsync(writer.Session, command.ItemId, identity, token);
        return await ItemChanges.CommitAsync(
            writer, stream, RestoreSeizedMarks.Decide(item, command, sameArms, context.Now), context, token);
    }
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Recovering;

/// <summary>Record that a firearm that was reported missing came back.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="RecoveredOn">When.</param>
/// <param name="Circumstances">Where and how.</param>
public sealed record RecoverFirearm(Guid FirearmId, PartialDate RecoveredOn, Note Circumstances)
{
    /// <summary>The name of the refusal of a recovery without a report.</summary>
    internal const string NotReported = "no-loss-reported";

    /// <summary>Decides; the recovery ends the open report, and the arm stands where it stood before.</summary>
    public static Result<FirearmRecovered> Decide(Firearm firearm, RecoverFirearm command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        if (firearm.OpenLoss is not { } loss)
            return FirearmErrors.Against(NotReported, "The firearm is not reported missing.");
        if (FirearmRules.Impossible(firearm, now, "/recoveredOn", command.RecoveredOn) is { } impossible)
            return impossible;
        if (loss.OccurredOn.TryGet(out var lostOn)
            && FirearmRules.Before("/recoveredOn", command.RecoveredOn, lostOn, "the loss") is { } early)
        {
            return early;
        }

        return new FirearmRecovered(loss.Id, command.RecoveredOn, command.Circumstances);
    }
}

/// <summary>Carries out <see cref="RecoverFirearm"/>.</summary>
public sealed class RecoverFirearmHandler(RegistryWriter writer)
{
    /// <summary>Records the recovery.</summary>
    public Task<Result<Written>> HandleAsync(RecoverFirearm command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.ActAsync(command.FirearmId, "", false,
            firearm => RecoverFirearm.Decide(firearm, command, context.Now), context, token);
    }
}

using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Losing;

/// <summary>Report a firearm lost, stolen or unlawfully transferred.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="LossId">The report's id within the firearm.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredOn">When, as far as known.</param>
/// <param name="ReportedOn">When it was reported to the authority.</param>
/// <param name="Report">The report's reference.</param>
public sealed record ReportFirearmLost(
    Guid FirearmId, Guid LossId, LossKind Kind, Known<PartialDate> OccurredOn, PartialDate ReportedOn, ShortText Report)
{
    /// <summary>The name of the refusal of a second report of the same kind.</summary>
    internal const string AlreadyReported = "loss-already-reported";

    /// <summary>Decides; what was reported lost may turn out to be stolen, so a report of another kind takes the place of the first.</summary>
    public static Result<FirearmReportedLost> Decide(Firearm firearm, ReportFirearmLost command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        if (firearm.PartIds.Contains(command.LossId))
            return FirearmErrors.PartIdTaken(command.LossId);
        if (firearm.OpenLoss is { } open && open.Kind == command.Kind)
            return FirearmErrors.Against(AlreadyReported, $"The firearm is reported {FirearmErrors.Words(Codes.Of(open.Kind))} already.");
        if (FirearmRules.Impossible(firearm, now, "/reportedOn", command.ReportedOn) is { } reported)
            return reported;
        if (command.OccurredOn.TryGet(out var on))
        {
            if (FirearmRules.Impossible(firearm, now, "/occurredOn/value", on) is { } impossible)
                return impossible;
            if (FirearmRules.Before("/reportedOn", command.ReportedOn, on, "what is reported") is { } early)
                return early;
        }

        return new FirearmReportedLost(command.LossId, command.Kind, command.OccurredOn, command.ReportedOn, command.Report);
    }
}

/// <summary>Carries out <see cref="ReportFirearmLost"/>.</summary>
public sealed class ReportFirearmLostHandler(RegistryWriter writer)
{
    /// <summary>Records the report.</summary>
    public Task<Result<Written>> HandleAsync(ReportFirearmLost command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.ActAsync(command.FirearmId, $"losses/{command.LossId}", true,
            firearm => ReportFirearmLost.Decide(firearm, command, context.Now), context, token);
    }
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Voiding;

/// <summary>Record that a mark no longer counts: struck out, entered wrongly, on a part that was replaced.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="MarkId">The mark.</param>
/// <param name="Reason">Why.</param>
/// <param name="VoidedOn">When.</param>
public sealed record VoidMark(Guid FirearmId, Guid MarkId, Note Reason, PartialDate VoidedOn)
{
    /// <summary>Decides.</summary>
    public static Result<MarkVoided> Decide(Firearm firearm, VoidMark command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        if (StandingMark.Find(firearm, command.MarkId).Refused(out var refusal, out _))
            return refusal;
        if (FirearmRules.Impossible(firearm, now, "/voidedOn", command.VoidedOn) is { } impossible)
            return impossible;
        return new MarkVoided(command.MarkId, command.Reason, command.VoidedOn);
    }
}

/// <summary>Carries out <see cref="VoidMark"/>.</summary>
public sealed class VoidMarkHandler(RegistryWriter writer)
{
    /// <summary>Records that the mark is void.</summary>
    public Task<Result<Written>> HandleAsync(VoidMark command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.ActAsync(command.FirearmId, $"marks/{command.MarkId}", false,
            firearm => VoidMark.Decide(firearm, command, context.Now), context, token);
    }
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Restoring;

/// <summary>Record what a laboratory read of a mark that had been tampered with.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="MarkId">The mark.</param>
/// <param name="RestoredText">What was read.</param>
/// <param name="Method">How.</param>
/// <param name="Destructive">Whether the examination changed the metal.</param>
/// <param name="Report">The report's reference.</param>
/// <param name="RestoredOn">When.</param>
public sealed record RestoreMark(
    Guid FirearmId, Guid MarkId, MarkText RestoredText, RestorationMethod Method, bool Destructive, ShortText Report, PartialDate RestoredOn)
{
    /// <summary>The name of the refusal of a mark that nobody tampered with.</summary>
    internal const string NotTampered = "mark-not-tampered";

    /// <summary>Decides.</summary>
    public static Result<MarkRestored> Decide(Firearm firearm, RestoreMark command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        if (StandingMark.Find(firearm, command.MarkId).Refused(out var refusal, out var mark))
            return refusal;
        if (mark.Tampering is null)
            return FirearmErrors.Against(NotTampered, "The mark was not found tampered with.", "Record the finding first.");
        if (FirearmRules.Impossible(firearm, now, "/restoredOn", command.RestoredOn) is { } impossible)
            return impossible;
        return new MarkRestored(
            command.MarkId, command.RestoredText, command.Method, command.Destructive, command.Report, command.RestoredOn);
    }
}

/// <summary>Carries out <see cref="RestoreMark"/>.</summary>
public sealed class RestoreMarkHandler(RegistryWriter writer)
{
    /// <summary>Records the restoration.</summary>
    public Task<Result<Written>> HandleAsync(RestoreMark command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.ActAsync(command.FirearmId, $"marks/{command.MarkId}", false,
            firearm => RestoreMark.Decide(firearm, command, context.Now), context, token);
    }
}

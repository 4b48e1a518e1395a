using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Marking;

/// <summary>Record a mark on a registered firearm: applied under the policy now, or found on it.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="Mark">The mark.</param>
/// <param name="ConfirmedDistinct">Why the firearm is another one than those that its serial makes it look like.</param>
public sealed record ApplyMark(Guid FirearmId, NewMark Mark, Note? ConfirmedDistinct = null)
{
    /// <summary>Where the mark stands in the body of a registration as of a marking.</summary>
    private const string At = "/mark";

    /// <summary>Decides for a registered firearm, given the registered arms that the mark makes it look like.</summary>
    public static Result<IReadOnlyList<object>> Decide(
        Firearm firearm, ApplyMark command, IReadOnlyList<LookAlike> lookAlikes, MarkPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(lookAlikes);
        if (firearm.DisposedOf == DisposalMethod.Destroyed)
            return FirearmErrors.IsDestroyed;
        if (command.Mark.AppliedHere && firearm.Quarantines.Count > 0)
            return FirearmErrors.InQuarantine(firearm);
        if (firearm.PartIds.Contains(command.Mark.MarkId))
            return FirearmErrors.PartIdTaken(command.Mark.MarkId);
        if (command.Mark.AppliedHere && FirearmRules.Impossible(firearm, now, $"{At}/on", command.Mark.On) is { } impossible)
            return impossible;
        if (Decide(command.Mark, policy, now).Refused(out var refusal, out var marked))
            return refusal;
        if (lookAlikes.Count == 0)
            return Result.Of<IReadOnlyList<object>>([marked]);
        return command.ConfirmedDistinct is { } reason
            ? Result.Of<IReadOnlyList<object>>([marked, new NationalNumberNeeded([.. lookAlikes.Select(other => other.FirearmId)], reason)])
            : FirearmErrors.LooksAlike(lookAlikes);
    }

    /// <summary>
    /// Decides about the mark alone: applied marks obey the policy or are refused with every breach and its source, found ones are kept
    /// with the findings.
    /// </summary>
    /// <param name="mark">The mark.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">The time of the command.</param>
    public static Result<object> Decide(NewMark mark, MarkPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mark);
        ArgumentNullException.ThrowIfNull(policy);
        if (FirearmRules.Errors(now, $"{At}/on", mark.On, null) is { Count: > 0 } dates)
            return FirearmErrors.Dates(dates);
        var breaches = MarkRules.Check(policy, mark);
        if (mark.AppliedHere && breaches.Any(breach => breach.Weight == BreachWeight.Refusal))
        {
            return FirearmErrors.PolicyBroken([.. breaches.Where(breach => breach.Weight == BreachWeight.Refusal).Select(breach =>
                new InputError(At + MarkRules.Pointer(breach), breach.Seen, breach.Rule, breach.Source))]);
        }

        IReadOnlyList<MarkFindingNote> findings =
            [.. breaches.Select(breach => new MarkFindingNote(MarkRules.Pointer(breach), breach.Rule, breach.Source))];
        return mark.AppliedHere
            ? new MarkApplied(mark.MarkId, mark.Mark, mark.On, findings, mark.MethodOverride)
            : new MarkRecorded(mark.MarkId, mark.Mark, mark.On, findings);
    }
}

/// <summary>Carries out <see cref="ApplyMark"/>.</summary>
public sealed class ApplyMarkHandler(RegistryWriter writer, MarkPolicy policy)
{
    /// <summary>Records the mark, or refuses with the breaches of the policy or the look-alikes.</summary>
    public async Task<Result<Written>> HandleAsync(ApplyMark command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var fetched = await writer.FetchAsync<Firearm>("firearm", command.FirearmId, context, token);
        if (fetched.Refused(out var refusal, out var stream))
            return refusal;
        var firearm = stream.Aggregate!;
        var lookAlikes = await LookAlikes.FindUnderLockAsync(
            writer.Session, firearm.Description, command.Mark.MakersSerial, command.FirearmId, token);
        if (ApplyMark.Decide(firearm, command, lookAlikes, policy, context.Now).Refused(out refusal, out var events))
            return refusal;
        if (await NationalNumberMark.FindRefusalAsync(writer.Session, command.Mark, command.FirearmId, token) is { } notFree)
            return notFree;
        stream.AppendMany(events);
        await LookAlikes.FlagAsync(writer.Session, lookAlikes, command.FirearmId, command.ConfirmedDistinct, token);
        return await writer.CommitAsync(
            new Written(true, $"{FirearmWriting.PathOf(command.FirearmId)}/marks/{command.Mark.MarkId}", command.FirearmId,
                stream.CurrentVersion ?? events.Count),
            context, token);
    }
}

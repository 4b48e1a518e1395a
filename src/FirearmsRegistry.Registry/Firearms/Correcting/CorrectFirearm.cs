using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Correcting;

/// <summary>Put right an entry that was wrong: exactly one of description, registration and transfer. What stood stays on record.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="Reason">Why the entry was wrong.</param>
/// <param name="Description">What the firearm is.</param>
/// <param name="Registration">How it came in.</param>
/// <param name="Transfer">What happened in a transfer.</param>
/// <param name="ConfirmedDistinct">Why it is another arm than those that the corrected description makes it look like.</param>
public sealed record CorrectFirearm(
    Guid FirearmId,
    Note Reason,
    FirearmDescription? Description = null,
    RegistrationEntry? Registration = null,
    TransferCorrection? Transfer = null,
    Note? ConfirmedDistinct = null)
{
    /// <summary>Decides, given the registered arms that the corrected description makes it look like.</summary>
    public static Result<IReadOnlyList<object>> Decide(
        Firearm firearm, CorrectFirearm command, IReadOnlyList<LookAlike> lookAlikes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(lookAlikes);
        return command switch
        {
            { Description: { } description, Registration: null, Transfer: null } =>
                CorrectionRules.Description(firearm, command, description, lookAlikes, now),
            { Description: null, Registration: { } registration, Transfer: null } =>
                CorrectionRules.Registration(firearm, command, registration, now),
            { Description: null, Registration: null, Transfer: { } transfer } =>
                CorrectionRules.Transfer(firearm, command, transfer, now),
            _ => CorrectionRules.NotOne,
        };
    }
}

/// <summary>A transfer as it should have been entered.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Entry">What happened.</param>
public sealed record TransferCorrection(Guid TransferId, TransferEntry Entry);

/// <summary>Carries out <see cref="CorrectFirearm"/>.</summary>
public sealed class CorrectFirearmHandler(RegistryWriter writer)
{
    /// <summary>Records the correction.</summary>
    public async Task<Result<Written>> HandleAsync(CorrectFirearm command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (await writer.UnknownPartiesAsync(CorrectionRules.PartiesOf(command), token) is { } unknown)
            return unknown;
        var fetched = await writer.FetchAsync<Firearm>("firearm", command.FirearmId, context, token);
        if (fetched.Refused(out var refusal, out var stream))
            return refusal;
        var firearm = stream.Aggregate!;
        var lookAlikes = command.Description is { } description
            ? await LookAlikes.FindUnderLockAsync(writer.Session, description, CorrectionRules.SerialsOf(firearm), command.FirearmId, token)
            : [];
        if (CorrectFirearm.Decide(firearm, command, lookAlikes, context.Now).Refused(out refusal, out var events))
            return refusal;
        stream.AppendMany(events);
        await LookAlikes.FlagAsync(writer.Session, lookAlikes, command.FirearmId, command.ConfirmedDistinct, token);
        return await writer.CommitAsync(
            new Written(false, FirearmWriting.PathOf(command.FirearmId), command.FirearmId, stream.CurrentVersion ?? events.Count),
            context, token);
    }
}

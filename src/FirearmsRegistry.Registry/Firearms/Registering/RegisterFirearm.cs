using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Registering;

/// <summary>Enter a firearm into the register, with its mark where it has one.</summary>
/// <param name="FirearmId">The new firearm's id, chosen by the client or for it.</param>
/// <param name="Origin">How it comes to be registered.</param>
/// <param name="Description">What it is.</param>
/// <param name="Holder">Who lawfully has it.</param>
/// <param name="OccurredOn">When it was made, imported, taken into stock or recovered.</param>
/// <param name="Mark">Its mark: recorded as found, or applied under the policy now.</param>
/// <param name="ConfirmedDistinct">Why it is another arm than its look-alikes.</param>
public sealed record RegisterFirearm(
    Guid FirearmId,
    FirearmOrigin Origin,
    FirearmDescription Description,
    Known<Guid> Holder,
    PartialDate OccurredOn,
    NewMark? Mark,
    Note? ConfirmedDistinct)
{
    /// <summary>The last year in which an antique can have been made (Firearms Protocol Art. 3(a)).</summary>
    public const int LastAntiqueYear = 1899;

    /// <summary>Decides what registering means, given the registered arms that this one looks like.</summary>
    public static Result<IReadOnlyList<object>> Decide(
        RegisterFirearm command, IReadOnlyList<LookAlike> lookAlikes, MarkPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(lookAlikes);
        var description = command.Description;
        if (FalselyAntique(description) is { } notAntique)
            return notAntique;
        if (FirearmRules.Errors(now, "/occurredOn", command.OccurredOn, FirearmRules.YearMade(description)) is { Count: > 0 } dates)
            return FirearmErrors.Dates(dates);
        if (lookAlikes.Count > 0 && command.ConfirmedDistinct is null)
            return FirearmErrors.LooksAlike(lookAlikes);

        var events = new List<object>
        {
            new FirearmRegistered(command.Origin, description, command.Holder, command.OccurredOn, command.ConfirmedDistinct),
        };
        if (command.Mark is { } mark)
        {
            if (ApplyMark.Decide(mark, policy, now).Refused(out var refusal, out var marked))
                return refusal;
            events.Add(marked);
        }

        if (lookAlikes.Count > 0)
            events.Add(new NationalNumberNeeded([.. lookAlikes.Select(other => other.FirearmId)], command.ConfirmedDistinct!.Value));
        return Result.Of<IReadOnlyList<object>>(events);
    }

    /// <summary>The refusal of a description that calls an antique what cannot be one.</summary>
    internal static Refusal? FalselyAntique(FirearmDescription description) =>
        description.Antique && !(description.YearOfManufacture.TryGet(out var year) && year <= LastAntiqueYear)
            ? FirearmErrors.NotAntique(description.YearOfManufacture.TryGet(out var known) ? known : null)
            : null;
}

/// <summary>Carries out <see cref="RegisterFirearm"/>.</summary>
public sealed class RegisterFirearmHandler(RegistryWriter writer, MarkPolicy policy)
{
    /// <summary>Registers the firearm, or refuses with its look-alikes.</summary>
    public async Task<Result<Written>> HandleAsync(RegisterFirearm command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (await writer.UnknownPartiesAsync([("/holder", command.Holder)], token) is { } unknown)
            return unknown;
        var lookAlikes = await LookAlikes.FindUnderLockAsync(
            writer.Session, command.Description, command.Mark?.MakersSerial ?? [], command.FirearmId, token);
        if (RegisterFirearm.Decide(command, lookAlikes, policy, context.Now).Refused(out var refusal, out var events))
            return refusal;
        if (await NationalNumberMark.FindRefusalAsync(writer.Session, command.Mark, command.FirearmId, token) is { } notFree)
            return notFree;
        await LookAlikes.FlagAsync(writer.Session, lookAlikes, command.FirearmId, command.ConfirmedDistinct, token);
        return await writer.CreateAsync<Firearm>(command.FirearmId, FirearmWriting.PathOf(command.FirearmId), events, context, token);
    }
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
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
    public static Result<IReadOnlyList<object>> Decide(RegisterFirearm command, IReadOnlyList<LookAlike> lookAlikes)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(lookAlikes);
        var description = command.Description;
        if (description.Antique && !(description.YearOfManufacture.TryGet(out var year) && year <= LastAntiqueYear))
            return FirearmErrors.NotAntique(description.YearOfManufacture.TryGet(out var known) ? known : null);
        if (lookAlikes.Count > 0 && command.ConfirmedDistinct is null)
            return FirearmErrors.LooksAlike(lookAlikes);

        var events = new List<object>
        {
            new FirearmRegistered(command.Origin, description, command.Holder, command.OccurredOn, command.ConfirmedDistinct),
        };
        if (command.Mark is { } mark)
        {
            if (ApplyMark.Decide(mark).Refused(out var refusal, out var marked))
                return refusal;
            events.Add(marked);
        }

        if (lookAlikes.Count > 0)
            events.Add(new NationalNumberNeeded([.. lookAlikes.Select(other => other.FirearmId)], command.ConfirmedDistinct!.Value));
        return Result.Of<IReadOnlyList<object>>(events);
    }
}

/// <summary>Carries out <see cref="RegisterFirearm"/>.</summary>
public sealed class RegisterFirearmHandler(RegistryWriter writer)
{
    /// <summary>Registers the firearm, or refuses with its look-alikes.</summary>
    public async Task<Result<Written>> HandleAsync(RegisterFirearm command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        var lookAlikes = await LookAlikes.FindUnderLockAsync(writer.Session, command.Description, command.Mark?.Mark.Serial, token);
        if (RegisterFirearm.Decide(command, lookAlikes).Refused(out var refusal, out var events))
            return refusal;
        foreach (var other in lookAlikes)
        {
            writer.Session.Events.Append(other.FirearmId,
                new NationalNumberNeeded([command.FirearmId], command.ConfirmedDistinct!.Value));
        }

        return await writer.CreateAsync<Firearm>(
            command.FirearmId, $"/api/v1/firearms/{command.FirearmId}", events, context, token);
    }
}

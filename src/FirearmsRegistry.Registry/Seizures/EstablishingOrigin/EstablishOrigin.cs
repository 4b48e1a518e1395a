using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.EstablishingOrigin;

/// <summary>Record that an authority established where an arm was diverted by other means than tracing (SDG 16.4.2 metadata, 4.c).</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Source">On what grounds.</param>
/// <param name="Authority">The authority.</param>
/// <param name="EstablishedOn">When.</param>
public sealed record EstablishOrigin(Guid SeizureId, Guid ItemId, ShortText Source, ShortText Authority, PartialDate EstablishedOn)
{
    /// <summary>Decides what the establishment means.</summary>
    public static Result<IReadOnlyList<object>> Decide(SeizedItem item, EstablishOrigin command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        if (item.Item.Arm is null)
            return SeizureErrors.FirearmsOnly;
        if (Today.IsBefore(command.EstablishedOn, now))
            return SeizureErrors.DateInFuture("/establishedOn", command.EstablishedOn);
        var established = new SeizedItemOriginEstablished(command.Source, command.Authority, command.EstablishedOn);
        return item.Origin == established
            ? SeizureErrors.NothingToChange
            : ItemChanges.With(established,
                OutcomeDecider.Redecide(item, facts => facts with { EstablishedOtherwise = OutcomeDecider.Establishment(established) }));
    }
}

/// <summary>Carries out <see cref="EstablishOrigin"/>.</summary>
public sealed class EstablishOriginHandler(RegistryWriter writer)
{
    /// <summary>Records the establishment.</summary>
    public async Task<Result<Written>> HandleAsync(EstablishOrigin command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await ItemChanges.FetchAsync(writer, command.SeizureId, command.ItemId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        return await ItemChanges.CommitAsync(writer, stream, EstablishOrigin.Decide(stream.Aggregate!, command, context.Now), context, token);
    }
}

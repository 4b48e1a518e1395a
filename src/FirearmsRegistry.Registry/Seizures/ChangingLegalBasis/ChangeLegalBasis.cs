using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.ChangingLegalBasis;

/// <summary>Put an item's intake on another legal ground, as when a prosecutor drops the criminal charge.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="ItemId">The item.</param>
/// <param name="LegalBasis">Criminal or administrative.</param>
/// <param name="LegalJustification">The illicit act that justifies the intake.</param>
/// <param name="ChangedOn">When the decision was taken.</param>
/// <param name="Reason">Why, with the decision's reference.</param>
public sealed record ChangeLegalBasis(
    Guid SeizureId, Guid ItemId, LegalBasis LegalBasis, LegalJustification LegalJustification, PartialDate ChangedOn, Note Reason)
{
    /// <summary>Decides what the change means. The line of an item does not depend on its legal ground; whether it is counted does.</summary>
    public static Result<IReadOnlyList<object>> Decide(SeizedItem item, ChangeLegalBasis command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(command);
        if (Today.IsBefore(command.ChangedOn, now))
            return SeizureErrors.DateInFuture("/changedOn", command.ChangedOn);
        var (basis, justification) = (item.Circumstances.LegalBasis, item.Circumstances.LegalJustification);
        return (basis, justification) == (command.LegalBasis, command.LegalJustification)
            ? SeizureErrors.NothingToChange
            : ItemChanges.With(
                new SeizedItemLegalBasisChanged(command.LegalBasis, command.LegalJustification, command.ChangedOn, command.Reason), null);
    }
}

/// <summary>Carries out <see cref="ChangeLegalBasis"/>.</summary>
public sealed class ChangeLegalBasisHandler(RegistryWriter writer)
{
    /// <summary>Changes the legal ground.</summary>
    public async Task<Result<Written>> HandleAsync(ChangeLegalBasis command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await ItemChanges.FetchAsync(writer, command.SeizureId, command.ItemId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        return await ItemChanges.CommitAsync(writer, stream, ChangeLegalBasis.Decide(stream.Aggregate!, command, context.Now), context, token);
    }
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Disposing;

/// <summary>Record that an authorised disposal was carried out, by the method that was authorised.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="DisposalId">The authorised disposal.</param>
/// <param name="Technique">How.</param>
/// <param name="Witness">Who witnessed or verified it: an office.</param>
/// <param name="CarriedOutOn">When.</param>
/// <param name="Holder">Who has it afterwards; left out for a destroyed arm, and for a deactivated one that stays where it is.</param>
/// <param name="Certificate">The certificate of deactivation, where one was issued.</param>
public sealed record CarryOutDisposal(
    Guid FirearmId,
    Guid DisposalId,
    ShortText Technique,
    ShortText Witness,
    PartialDate CarriedOutOn,
    Known<Guid>? Holder,
    ShortText? Certificate)
{
    /// <summary>Decides: all but destruction asks for marks on the arm (Firearms Protocol Arts 6 and 9).</summary>
    public static Result<DisposalCarriedOut> Decide(Firearm firearm, CarryOutDisposal command, MarkPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(policy);
        if (DisposalRules.AtHand(firearm) is { } gone)
            return gone;
        if (firearm.AuthorisedDisposal is not { } authorised || authorised.Id != command.DisposalId)
        {
            return firearm.PartIds.Contains(command.DisposalId)
                ? FirearmErrors.Against(DisposalRules.NotOpen, "This disposal is not open: it was carried out already.")
                : Refusal.NotFound("disposal", command.DisposalId);
        }

        var refusal = FirearmRules.Impossible(firearm, now, "/carriedOutOn", command.CarriedOutOn)
            ?? FirearmRules.Before("/carriedOutOn", command.CarriedOutOn, authorised.AuthorisedOn, "its authorisation")
            ?? DisposalRules.Marked(firearm, authorised.Method, command.Certificate is not null, policy);
        if (refusal is not null)
            return refusal;
        return DisposalRules.HolderAfter(firearm, authorised.Method, command.Holder).Map(holder => new DisposalCarriedOut(
            command.DisposalId, authorised.Method, command.Technique, command.Witness, command.CarriedOutOn, holder, command.Certificate));
    }
}

/// <summary>Carries out <see cref="CarryOutDisposal"/>.</summary>
public sealed class CarryOutDisposalHandler(RegistryWriter writer, MarkPolicy policy)
{
    /// <summary>Records that the disposal was carried out.</summary>
    public async Task<Result<Written>> HandleAsync(CarryOutDisposal command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return command.Holder is { } holder && await writer.UnknownPartiesAsync([("/holder", holder)], token) is { } unknown
            ? unknown
            : await writer.ActAsync(command.FirearmId, $"disposals/{command.DisposalId}", false,
                firearm => CarryOutDisposal.Decide(firearm, command, policy, context.Now), context, token);
    }
}

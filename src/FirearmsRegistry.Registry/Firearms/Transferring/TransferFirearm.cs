using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Transferring;

/// <summary>Record that a firearm passed to another holder, or across a border.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="TransferId">The transfer's id within the firearm.</param>
/// <param name="Entry">What happened.</param>
public sealed record TransferFirearm(Guid FirearmId, Guid TransferId, TransferEntry Entry)
{
    /// <summary>
    /// Decides: the arm must be there, its holder must be the one who gives it, and its marks must be on it, recorded and verified
    /// (Firearms Protocol Arts 3(d)(iii), 3(e) and 8).
    /// </summary>
    public static Result<FirearmTransferred> Decide(Firearm firearm, TransferFirearm command, MarkPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(policy);
        var entry = command.Entry;
        var refusal = TransferRules.Standing(firearm)
            ?? (firearm.PartIds.Contains(command.TransferId) ? FirearmErrors.PartIdTaken(command.TransferId) : null)
            ?? TransferRules.Entry(entry, policy.Country)
            ?? FirearmRules.Impossible(firearm, now, "/occurredOn", entry.OccurredOn)
            ?? TransferRules.Order(firearm, entry)
            ?? TransferRules.Border(firearm, entry)
            ?? TransferRules.Loan(firearm, entry)
            ?? TransferRules.Giver(firearm, entry)
            ?? TransferRules.StateStock(firearm, entry)
            ?? TransferRules.Marked(firearm, entry, policy);
        return refusal is not null
            ? refusal
            : new FirearmTransferred(
                command.TransferId, entry.Kind, entry.From, entry.To, entry.LegalBasis, entry.OtherCountry, entry.OccurredOn);
    }
}

/// <summary>Carries out <see cref="TransferFirearm"/>.</summary>
public sealed class TransferFirearmHandler(RegistryWriter writer, MarkPolicy policy)
{
    /// <summary>Records the transfer.</summary>
    public async Task<Result<Written>> HandleAsync(TransferFirearm command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var named = new[] { ("/from", command.Entry.From), ("/to", command.Entry.To) };
        return await writer.UnknownPartiesAsync(named, token) is { } unknown
            ? unknown
            : await writer.ActAsync(command.FirearmId, $"transfers/{command.TransferId}", true,
                firearm => TransferFirearm.Decide(firearm, command, policy, context.Now), context, token);
    }
}

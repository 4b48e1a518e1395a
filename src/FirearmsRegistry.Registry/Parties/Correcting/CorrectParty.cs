using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Parties.Correcting;

/// <summary>Put a party's entry right; the old one stays on record.</summary>
/// <param name="PartyId">The party.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Category">In which role it has arms.</param>
/// <param name="PersonalData">Who it is, in clear, as it should have been.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectParty(Guid PartyId, PartyKind Kind, PartyCategory Category, PersonalData PersonalData, Note Reason)
{
    /// <summary>Decides what the correction means.</summary>
    /// <param name="party">The party as it stands.</param>
    /// <param name="command">What is corrected.</param>
    /// <param name="sealedData">
    /// The new data as ciphertext, unchanged members with their old ciphertext; null where the party's key was destroyed.
    /// </param>
    /// <param name="now">When the command is carried out.</param>
    public static Result<IReadOnlyList<object>> Decide(
        Party party, CorrectParty command, SealedPersonalData? sealedData, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(command);
        if (party.Erased || sealedData is null)
            return PartyErrors.IsErased;
        if (PartyRules.Broken(command.Kind, command.PersonalData, now) is { } broken)
            return broken;
        var after = new PartyEntry(command.Kind, command.Category, sealedData);
        return after == party.Entry
            ? PartyErrors.NothingIsCorrected
            : Result.Of<IReadOnlyList<object>>([new PartyCorrected(party.Entry, after, command.Reason)]);
    }
}

/// <summary>Carries out <see cref="CorrectParty"/>.</summary>
public sealed class CorrectPartyHandler(RegistryWriter writer, PersonKeys keys)
{
    /// <summary>Corrects the entry, or refuses.</summary>
    public async Task<Result<Written>> HandleAsync(CorrectParty command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var key = await keys.FindAsync(writer.Session, command.PartyId, token);
        return await writer.UpdateAsync<Party>(
            PartyErrors.Words, command.PartyId, _ => $"/api/v1/parties/{command.PartyId}",
            party => CorrectParty.Decide(party, command, key?.Reseal(party.Entry.PersonalData, command.PersonalData), context.Now),
            context, created: false, token);
    }
}

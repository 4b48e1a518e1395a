using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Parties.Erasing;

/// <summary>
/// Erase a party's personal data where the law demands it: its key is destroyed, so that what its events hold can never be read again.
/// The party, its authorisations and everything that names it by id stay (records of firearms are kept: Firearms Protocol Art. 7).
/// </summary>
/// <param name="PartyId">The party.</param>
/// <param name="LegalBasis">The provision, order or request that demands it.</param>
/// <param name="Reason">Why.</param>
public sealed record ErasePersonalData(Guid PartyId, ShortText LegalBasis, Note Reason)
{
    /// <summary>Decides.</summary>
    public static Result<IReadOnlyList<object>> Decide(Party party, ErasePersonalData command)
    {
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(command);
        return party.Erased
            ? PartyErrors.IsErased
            : Result.Of<IReadOnlyList<object>>([new PersonalDataErased(command.LegalBasis, command.Reason)]);
    }
}

/// <summary>Carries out <see cref="ErasePersonalData"/>.</summary>
public sealed class ErasePersonalDataHandler(RegistryWriter writer, PersonKeys keys)
{
    /// <summary>Records the erasure and destroys the key in one transaction, or refuses.</summary>
    public async Task<Result<Written>> HandleAsync(ErasePersonalData command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return await writer.UpdateAsync<Party>(
            PartyErrors.Words, command.PartyId, _ => $"/api/v1/parties/{command.PartyId}",
            party => ErasePersonalData.Decide(party, command).Map(events =>
            {
                keys.Destroy(writer.Session, command.PartyId, context.Now);
                return events;
            }),
            context, created: false, token);
    }
}

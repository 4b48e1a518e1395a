using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Parties.Authorising;

/// <summary>Record that an authority allowed a party something for a time.</summary>
/// <param name="PartyId">The party.</param>
/// <param name="Authorisation">What was allowed.</param>
public sealed record RecordAuthorisation(Guid PartyId, NewAuthorisation Authorisation)
{
    /// <summary>Decides what recording it means for the party.</summary>
    /// <param name="party">The party as it stands.</param>
    /// <param name="command">What is recorded.</param>
    /// <param name="reference">The reference, sealed; null where the party's key was destroyed.</param>
    public static Result<IReadOnlyList<object>> Decide(Party party, RecordAuthorisation command, Ciphertext? reference)
    {
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(command);
        if (party.Erased || reference is not { } sealedReference)
            return PartyErrors.IsErased;
        if (party.Authorisations.ContainsKey(command.Authorisation.AuthorisationId))
            return PartyErrors.AuthorisationExists;
        return NewAuthorisation.Decide(command.Authorisation, sealedReference).Map<IReadOnlyList<object>>(recorded => [recorded]);
    }
}

/// <summary>Carries out <see cref="RecordAuthorisation"/>.</summary>
public sealed class RecordAuthorisationHandler(RegistryWriter writer, PersonKeys keys)
{
    /// <summary>Records the authorisation, or refuses it.</summary>
    public async Task<Result<Written>> HandleAsync(RecordAuthorisation command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        var authorisation = command.Authorisation;
        var key = await keys.FindAsync(writer.Session, command.PartyId, token);
        return await writer.UpdateAsync<Party>(
            PartyErrors.Words, command.PartyId,
            _ => $"/api/v1/parties/{command.PartyId}/authorisations/{authorisation.AuthorisationId}",
            party => RecordAuthorisation.Decide(party, command, key?.SealReference(authorisation.AuthorisationId, authorisation.Reference)),
            context, created: true, token);
    }
}

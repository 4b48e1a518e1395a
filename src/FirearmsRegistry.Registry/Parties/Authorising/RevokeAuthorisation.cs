using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Parties.Authorising;

/// <summary>Take an authorisation back.</summary>
/// <param name="PartyId">The party.</param>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="RevokedOn">The first day on which it is no longer valid.</param>
/// <param name="Reason">Why.</param>
public sealed record RevokeAuthorisation(Guid PartyId, Guid AuthorisationId, DateOnly RevokedOn, Note Reason)
{
    /// <summary>Decides; possible after an erasure too, since it says nothing of the person.</summary>
    public static Result<IReadOnlyList<object>> Decide(Party party, RevokeAuthorisation command)
    {
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(command);
        if (!party.Authorisations.TryGetValue(command.AuthorisationId, out var authorisation))
            return Refusal.NotFound("authorisation of this party", command.AuthorisationId);
        if (authorisation.RevokedOn is not null)
            return PartyErrors.IsRevoked;
        if (command.RevokedOn < authorisation.ValidFrom)
            return PartyErrors.NotYetValid;
        return Result.Of<IReadOnlyList<object>>([new AuthorisationRevoked(command.AuthorisationId, command.RevokedOn, command.Reason)]);
    }
}

/// <summary>Carries out <see cref="RevokeAuthorisation"/>.</summary>
public sealed class RevokeAuthorisationHandler(RegistryWriter writer)
{
    /// <summary>Revokes the authorisation, or refuses.</summary>
    public Task<Result<Written>> HandleAsync(RevokeAuthorisation command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        return writer.UpdateAsync<Party>(
            PartyErrors.Words, command.PartyId, _ => $"/api/v1/parties/{command.PartyId}/authorisations/{command.AuthorisationId}",
            party => RevokeAuthorisation.Decide(party, command), context, created: false, token);
    }
}

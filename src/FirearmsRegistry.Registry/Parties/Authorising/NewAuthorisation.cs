using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Parties.Authorising;

/// <summary>An authorisation that a command brings.</summary>
/// <param name="AuthorisationId">Its id within the party.</param>
/// <param name="Kind">What it allows.</param>
/// <param name="Reference">The number of the licence or permit.</param>
/// <param name="ValidFrom">The first day on which it is valid.</param>
/// <param name="ValidTo">The last day on which it is valid; null where it has no end.</param>
public sealed record NewAuthorisation(
    Guid AuthorisationId, AuthorisationKind Kind, ShortText Reference, DateOnly ValidFrom, DateOnly? ValidTo)
{
    /// <summary>The event, or the refusal where it would end before it starts.</summary>
    /// <param name="command">What is recorded.</param>
    /// <param name="reference">Its reference, sealed under the party's key.</param>
    public static Result<object> Decide(NewAuthorisation command, Ciphertext reference)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.ValidTo < command.ValidFrom)
            return PartyErrors.NoTimeLeft;
        return new AuthorisationRecorded(command.AuthorisationId, command.Kind, reference, command.ValidFrom, command.ValidTo);
    }
}

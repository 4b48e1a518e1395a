using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Parties.Authorising;

/// <summary>An authorisation in a request body.</summary>
/// <param name="Kind">What it allows.</param>
/// <param name="Reference">The number of the licence or permit.</param>
/// <param name="ValidFrom">The first day on which it is valid.</param>
/// <param name="ValidTo">The last day on which it is valid; left out where it has no end.</param>
/// <param name="Id">Its id; given by the registry where left out.</param>
internal sealed record AuthorisationRequest(
    AuthorisationKind Kind, ShortText Reference, DateOnly ValidFrom, DateOnly? ValidTo = null, Guid? Id = null)
    : IPersonalBody
{
    public NewAuthorisation ToNewAuthorisation(DateTimeOffset now) =>
        new(Id ?? Guid.CreateVersion7(now), Kind, Reference, ValidFrom, ValidTo);
}

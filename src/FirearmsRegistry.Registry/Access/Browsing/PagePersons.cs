using System.Security.Claims;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FirearmsRegistry.Registry.Access.Browsing;

/// <summary>
/// Makes of a person whom the pages' cookie signed in what a token of his would say, so that policies, access log and idempotency keys
/// see the same subject whichever way he comes. Asked at every act: a page may stand open for hours after a role was taken away.
/// </summary>
internal sealed class PagePersons(AccountStandings standings, AccessSettings settings, IOptions<IdentityOptions> identity)
{
    /// <summary>The client program under which the pages act.</summary>
    public const string ClientId = "registry-pages";

    private const string AuthenticationType = "FirearmsRegistry.Pages";

    /// <summary>The value of the claim that a second factor was shown (RFC 8176).</summary>
    private const string SecondFactor = "mfa";

    /// <summary>Whether the person showed a second factor; without one the pages do nothing for him.</summary>
    public static bool ShowedSecondFactor(ClaimsPrincipal person) => person.HasClaim(AccessClaims.AuthenticationMethod, SecondFactor);

    /// <summary>The person as he may act now; null when he is not signed in any more, or was never signed in well enough.</summary>
    /// <param name="person">Whom the cookie names.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ClaimsPrincipal?> ActingAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.Identity is not { IsAuthenticated: true } || !ShowedSecondFactor(person)
            || !Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || SessionCookie.IdOf(person) is not { } session
            || await StandingAsync(id, session, cancellation) is not { } standing
            || standing.SignIn != SignInDigest.Of(person.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType)))
        {
            return null;
        }

        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim("sub", id.ToString("D")),
                new Claim("iss", settings.Issuer.AbsoluteUri),
                new Claim(AccessClaims.ClientId, ClientId),
                new Claim(AccessClaims.Human, "true"),
                .. person.FindAll(AccessClaims.AuthenticationMethod).Select(method => new Claim(method.Type, method.Value)),
                .. standing.Roles.Select(role => new Claim(AccessClaims.Role, role)),
            ], AuthenticationType, "sub", AccessClaims.Role));
    }

    /// <summary>How the account stands, if the session is open. One that began on another server a moment ago is looked for once more.</summary>
    private async Task<AccountStanding?> StandingAsync(Guid id, Guid session, CancellationToken cancellation)
    {
        if (await standings.OfAsync(id, null, cancellation) is { } known && known.Sessions.Contains(session))
            return known;
        standings.Forget(id);
        return await standings.OfAsync(id, null, cancellation) is { } standing && standing.Sessions.Contains(session) ? standing : null;
    }
}

using System.Security.Claims;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>Makes the claims of tokens. No name, address or other personal data go into an access token.</summary>
internal static class TokenPrincipal
{
    /// <summary>Kept in codes and refresh tokens only: they die when a password or second factor changes.</summary>
    public const string SecurityStamp = "fr_stamp";

    private const string AuthenticationType = "FirearmsRegistry.Issuer";

    /// <summary>The claims for a person who has signed in.</summary>
    /// <param name="user">The person's account.</param>
    /// <param name="roles">Role codes in force now.</param>
    /// <param name="methods">How he proved who he is (RFC 8176).</param>
    /// <param name="scopes">The scopes asked for.</param>
    public static ClaimsPrincipal ForPerson(
        RegistryUser user, IEnumerable<string> roles, IEnumerable<string> methods, IEnumerable<string> scopes)
    {
        var identity = NewIdentity();
        identity.SetClaim(Claims.Subject, user.Id.ToString("D"))
            .SetClaim(Claims.PreferredUsername, user.UserName)
            .SetClaim(AccessClaims.Human, true)
            .SetClaim(SecurityStamp, user.SecurityStamp)
            .SetClaim(AccessClaims.SignIn, SignInDigest.Of(user.SecurityStamp))
            .SetClaims(AccessClaims.Role, [.. roles])
            .SetClaims(AccessClaims.AuthenticationMethod, [.. methods]);
        return Finish(identity, scopes);
    }

    /// <summary>The claims for a program that acts for nobody.</summary>
    /// <param name="clientId">The program, which is also the subject.</param>
    /// <param name="roles">Its machine roles.</param>
    /// <param name="scopes">The scopes asked for.</param>
    public static ClaimsPrincipal ForProgram(string clientId, IEnumerable<string> roles, IEnumerable<string> scopes)
    {
        var identity = NewIdentity();
        identity.SetClaim(Claims.Subject, clientId).SetClaims(AccessClaims.Role, [.. roles]);
        return Finish(identity, scopes);
    }

    private static ClaimsIdentity NewIdentity() => new(AuthenticationType, Claims.Subject, AccessClaims.Role);

    private static ClaimsPrincipal Finish(ClaimsIdentity identity, IEnumerable<string> scopes)
    {
        identity.SetScopes(scopes).SetResources(AccessSchemes.Resource);
        identity.SetDestinations(static claim => claim.Type switch
        {
            SecurityStamp => [],
            Claims.PreferredUsername => [Destinations.IdentityToken],
            AccessClaims.AuthenticationMethod => [Destinations.AccessToken, Destinations.IdentityToken],
            _ => (string[])[Destinations.AccessToken],
        });
        return new ClaimsPrincipal(identity);
    }
}

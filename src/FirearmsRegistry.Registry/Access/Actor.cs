using System.Security.Claims;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Registry.Access;

/// <summary>Who acts: read from the access token of a request, or carried by a job from the request that ordered it.</summary>
/// <param name="Subject">The subject of the token: for the embedded issuer the user's id.</param>
/// <param name="Issuer">Who vouches for the subject.</param>
/// <param name="ClientId">The program that the person uses.</param>
/// <param name="Roles">The roles held when the token was issued.</param>
/// <param name="IsHuman">Whether a person stands behind the token; false for client credentials alone.</param>
public sealed record Actor(string Subject, string Issuer, string? ClientId, IReadOnlySet<Role> Roles, bool IsHuman)
{
    /// <summary>The claim that the embedded issuer, and the mapping of an outside one, set on tokens of people.</summary>
    public const string HumanClaim = "fr_human";

    /// <summary>Reads the actor of a signed-in request.</summary>
    /// <exception cref="InvalidOperationException">The principal has no subject: the endpoint lacks a policy.</exception>
    public static Actor From(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var subject = user.FindFirst("sub") ?? user.FindFirst(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("An endpoint without a policy asked who acts.");
        var roles = new HashSet<Role>();
        foreach (var claim in user.Claims.Where(claim => claim.Type is "role" or ClaimTypes.Role))
        {
            if (Codes.TryParse<Role>(claim.Value, out var role))
                roles.Add(role);
        }

        return new Actor(subject.Value, user.FindFirst("iss")?.Value ?? subject.Issuer,
            user.FindFirst("client_id")?.Value ?? user.FindFirst("azp")?.Value, roles, user.HasClaim(HumanClaim, "true"));
    }
}

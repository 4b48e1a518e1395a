using System.Security.Claims;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access;

/// <summary>What an <see cref="AccessPolicy"/> asks of whoever calls.</summary>
internal sealed record AccessRequirement(AccessPolicy Policy) : IAuthorizationRequirement;

/// <summary>
/// Lets in whoever holds one of the policy's roles. A token names its roles; the cookie of the sign-in pages does not, so they are looked
/// up, and it counts only where the policy says so and a second factor was shown.
/// </summary>
internal sealed class AccessRequirementHandler(AccountStandings standings) : AuthorizationHandler<AccessRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        if (context.User.Identity?.IsAuthenticated != true)
            return;
        var policy = requirement.Policy;
        var allowed = context.User.Identity.AuthenticationType == IdentityConstants.ApplicationScheme
            ? policy.InBrowser && await MayInBrowserAsync(context.User, policy)
            : MayByToken(Actor.From(context.User), policy);
        if (allowed)
            context.Succeed(requirement);
    }

    private static bool MayByToken(Actor actor, AccessPolicy policy) =>
        actor.Roles.Overlaps(policy.Roles) && (actor.IsHuman || !policy.RecordsFacts);

    private async Task<bool> MayInBrowserAsync(ClaimsPrincipal person, AccessPolicy policy) =>
        person.HasClaim(AccessClaims.AuthenticationMethod, "mfa")
        && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
        && await standings.OfAsync(userId, null, CancellationToken.None) is { } standing
        && policy.Roles.Any(role => standing.Roles.Contains(Codes.Of(role)));
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Browsing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Web.Shared.Acting;

/// <summary>Who may open a page: for every policy of the API one of the same roles, by the cookie of the sign-in pages.</summary>
internal static class PagePolicies
{
    /// <summary>Whoever is signed in with a second factor.</summary>
    public const string SignedIn = "pages";

    /// <summary>The name of the policy for pages that stands beside one of the API.</summary>
    public static string NameOf(string policy) => $"pages:{policy}";

    public static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, Build(null));
        foreach (var policy in AccessPolicy.All)
            options.AddPolicy(NameOf(policy.Name), Build(policy));
    }

    private static AuthorizationPolicy Build(AccessPolicy? policy) =>
        new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new PageRequirement(policy))
            .Build();
}

/// <summary>Says which policy of the API a page stands under: <c>@attribute [Requires("read_firearms")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string policy) : AuthorizeAttribute(PagePolicies.NameOf(policy));

/// <summary>What a page asks of whoever opens it: a second factor, and one of the policy's roles where there is one.</summary>
internal sealed record PageRequirement(AccessPolicy? Policy) : IAuthorizationRequirement;

/// <summary>Lets in whoever holds one of the roles now.</summary>
internal sealed class PageRequirementHandler(PagePersons persons) : AuthorizationHandler<PageRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PageRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        if (await persons.ActingAsync(context.User, CancellationToken.None) is { } acting
            && (requirement.Policy is not { } policy || Actor.From(acting).Roles.Overlaps(policy.Roles)))
        {
            context.Succeed(requirement);
        }
    }
}

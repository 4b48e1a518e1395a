using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access;

/// <summary>Registers every <see cref="AccessPolicy"/> with ASP.NET Core.</summary>
internal static class AccessPolicies
{
    public static IServiceCollection AddAccessPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder(AccessSchemes.Api).RequireAuthenticatedUser().Build());
        services.Configure<AuthorizationOptions>(options =>
        {
            foreach (var policy in AccessPolicy.All)
                options.AddPolicy(policy.Name, Build(policy));
        });
        return services;
    }

    private static AuthorizationPolicy Build(AccessPolicy policy)
    {
        var allowed = policy.Roles.ToHashSet();
        return new AuthorizationPolicyBuilder(AccessSchemes.Api)
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
            {
                if (context.User.Identity?.IsAuthenticated != true)
                    return false;
                var actor = Actor.From(context.User);
                return actor.Roles.Overlaps(allowed) && (actor.IsHuman || !policy.RecordsFacts);
            })
            .Build();
    }
}

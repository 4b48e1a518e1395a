using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace FirearmsRegistry.Registry.Access;

/// <summary>Registers every <see cref="AccessPolicy"/> with ASP.NET Core.</summary>
internal static class AccessPolicies
{
    public static IServiceCollection AddAccessPolicies(this IServiceCollection services)
    {
        services.AddAuthentication().AddPolicyScheme(AccessSchemes.Browser, null, scheme =>
            scheme.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey(HeaderNames.Authorization) ? AccessSchemes.Api : IdentityConstants.ApplicationScheme);
        services.AddSingleton<IAuthorizationHandler, AccessRequirementHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder(AccessSchemes.Api).RequireAuthenticatedUser().Build());
        services.Configure<AuthorizationOptions>(options =>
        {
            foreach (var policy in AccessPolicy.All)
                options.AddPolicy(policy.Name, Build(policy));
        });
        return services;
    }

    private static AuthorizationPolicy Build(AccessPolicy policy) =>
        new AuthorizationPolicyBuilder(policy.InBrowser ? AccessSchemes.Browser : AccessSchemes.Api)
            .RequireAuthenticatedUser()
            .AddRequirements(new AccessRequirement(policy))
            .Build();
}

using FirearmsRegistry.Registry.Access.SignIn.Keys;
using FirearmsRegistry.Registry.Access.SignIn.SigningOut;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Validation;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>Sets up the embedded OpenID Connect issuer and the validation of its tokens in the same process.</summary>
internal static class EmbeddedIssuer
{
    /// <summary>How long an access token is valid; a role that was taken away does not count within it.</summary>
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromHours(1);

    public static void Add(IServiceCollection services, AccessSettings settings)
    {
        services.AddSingleton<IssuerKeyRing>();
        services.AddHostedService<IssuerKeyRefresher>();
        services.AddSingleton<IssuerKeyOptions>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(sp => sp.GetRequiredService<IssuerKeyOptions>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(sp => sp.GetRequiredService<IssuerKeyOptions>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>>(sp => sp.GetRequiredService<IssuerKeyOptions>());
        services.AddSingleton<RegisteredClients>();
        services.AddScoped<TokenMinter>();
        services.AddScoped<SignOut>();

        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetIssuer(settings.Issuer)
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetDeviceAuthorizationEndpointUris("connect/device")
                    .SetEndUserVerificationEndpointUris("connect/verify")
                    .SetEndSessionEndpointUris("connect/endsession")
                    .SetRevocationEndpointUris("connect/revoke")
                    .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                    .AllowDeviceAuthorizationFlow()
                    .AllowClientCredentialsFlow()
                    .AllowRefreshTokenFlow()
                    .RegisterScopes(Scopes.OpenId, Scopes.OfflineAccess, IssuerScopes.Registry)
                    .SetAccessTokenLifetime(AccessTokenLifetime)
                    .SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2))
                    .SetDeviceCodeLifetime(TimeSpan.FromMinutes(10))
                    .SetUserCodeLifetime(TimeSpan.FromMinutes(10))
                    .SetRefreshTokenLifetime(TimeSpan.FromHours(12))
                    .DisableAccessTokenEncryption();
                var aspNetCore = server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableEndUserVerificationEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough();
                if (settings.IsPlainLoopback)
                {
                    aspNetCore.DisableTransportSecurityRequirement();
                }
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
                validation.AddAudiences(AccessSchemes.Resource);
                validation.AddEventHandler(TokenStandingCheck.Descriptor);
            });

        services.AddAuthentication().AddPolicyScheme(
            AccessSchemes.Api, null, scheme => scheme.ForwardDefault = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
    }
}

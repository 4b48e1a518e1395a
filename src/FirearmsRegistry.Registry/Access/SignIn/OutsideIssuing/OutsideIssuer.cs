using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.OutsideIssuing;

/// <summary>Trusts the ministry's own OpenID Connect issuer instead of the embedded one.</summary>
internal static class OutsideIssuer
{
    public static void Add(IServiceCollection services, AccessSettings settings) =>
        services.AddAuthentication(AccessSchemes.Api).AddJwtBearer(AccessSchemes.Api, bearer =>
        {
            bearer.Authority = settings.Authority!.AbsoluteUri;
            bearer.Audience = settings.Audience;
            bearer.RequireHttpsMetadata = !settings.Authority.IsLoopback;
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters.NameClaimType = "sub";
            bearer.TokenValidationParameters.RoleClaimType = AccessClaims.Role;
            bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            bearer.TokenValidationParameters.RequireExpirationTime = true;
            bearer.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    context.Principal = OutsideClaims.Translate(context.Principal!, settings);
                    return Task.CompletedTask;
                },
            };
        });
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>Passwords, lockout and the cookie of the sign-in pages.</summary>
internal static class AccountSetup
{
    public static void Add(IServiceCollection services, AccessSettings settings)
    {
        services.AddIdentityCore<RegistryUser>(identity =>
            {
                // Length protects, composition rules only annoy (NIST SP 800-63B section 5.1.1.2).
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = 4;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.Lockout.AllowedForNewUsers = true;
                identity.User.RequireUniqueEmail = false;
            })
            .AddEntityFrameworkStores<IdentityContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.LoginPath = "/account/sign-in";
                cookie.LogoutPath = "/account/sign-out";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.SlidingExpiration = true;
                Harden(cookie.Cookie, "fr-session", settings);
            });
            cookies.TwoFactorUserIdCookie!.Configure(cookie => Harden(cookie.Cookie, "fr-second-factor", settings));
        });
        services.AddAntiforgery(antiforgery => Harden(antiforgery.Cookie, "fr-antiforgery", settings));
    }

    private static void Harden(CookieBuilder cookie, string name, AccessSettings settings)
    {
        // The prefix makes browsers refuse the cookie unless it is secure and bound to this host; loopback has no TLS.
        cookie.Name = settings.IsPlainLoopback ? name : "__Host-" + name;
        cookie.HttpOnly = true;
        cookie.SecurePolicy = settings.IsPlainLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }
}

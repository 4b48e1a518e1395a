using System.Security.Claims;
using FirearmsRegistry.Registry.Access.Browsing;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using FirearmsRegistry.Registry.Access.SignIn.Passkeys;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
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
                cookie.ExpireTimeSpan = BrowserSessions.Lifetime;
                cookie.SlidingExpiration = true;
                // A program that sends no cookie is told so; only people are led to the sign-in page.
                cookie.Events.OnRedirectToLogin = context => settings.Authority is null
                    ? Answer(context, StatusCodes.Status401Unauthorized, Askers.IsPerson(context.Request) ? context.RedirectUri : null)
                    : Answer(context, StatusCodes.Status401Unauthorized, IsPage(context.HttpContext) ? "/signed-in-elsewhere" : null);
                cookie.Events.OnRedirectToAccessDenied = context =>
                    Answer(context, StatusCodes.Status403Forbidden, IsPage(context.HttpContext) ? WayOn(context.HttpContext) : null);
                SessionCookie.Watch(cookie.Events);
                Harden(cookie.Cookie, "fr-session", settings);
            });
            cookies.TwoFactorUserIdCookie!.Configure(cookie => Harden(cookie.Cookie, "fr-second-factor", settings));
        });
        PasskeySetup.Add(services, settings);
        services.AddScoped<BrowserSessions>();
        services.AddScoped<SecondFactors>();
        services.Configure<SecurityStampValidatorOptions>(CheckEachTime);
        services.AddAntiforgery(antiforgery => Harden(antiforgery.Cookie, "fr-antiforgery", settings));
    }

    /// <summary>
    /// Holds a session against the account at each request, for pages are asked for rarely: a sign-out or a switched-off account ends it
    /// at once. The framework makes the person anew there and would forget how he signed in, and to which session.
    /// </summary>
    private static void CheckEachTime(SecurityStampValidatorOptions stamps)
    {
        stamps.ValidationInterval = TimeSpan.Zero;
        stamps.OnRefreshingPrincipal = context =>
        {
            if (context.NewPrincipal?.Identity is ClaimsIdentity renewed)
            {
                renewed.AddClaims(context.CurrentPrincipal?.FindAll(
                    claim => claim.Type is AccessClaims.AuthenticationMethod or AccessClaims.Session) ?? []);
            }

            return Task.CompletedTask;
        };
    }

    private static bool IsPage(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>Where a person goes who is signed in and may not see a page: to the second factor that he lacks, or to be told so.</summary>
    private static string WayOn(HttpContext http) => PagePersons.ShowedSecondFactor(http.User)
        ? "/not-allowed"
        : PageForm.WithReturn(EnrolSecondFactorPage.Path, http.Request.Path);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string? redirect)
    {
        if (redirect is not null)
            context.Response.Redirect(redirect);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
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

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Sessions;

/// <summary>Ties the pages' cookie to a session on record: begun at a sign-in, looked up at each request, ended at a sign-out.</summary>
internal static class SessionCookie
{
    /// <summary>The session that the cookie names; null where it names none.</summary>
    public static Guid? IdOf(ClaimsPrincipal? person) => Guid.TryParse(person?.FindFirstValue(AccessClaims.Session), out var id) ? id : null;

    public static void Watch(CookieAuthenticationEvents events)
    {
        var stamp = events.OnValidatePrincipal;
        events.OnSigningIn = BeginAsync;
        events.OnSigningOut = EndAsync;
        events.OnValidatePrincipal = async context =>
        {
            await stamp(context);
            if (context.Principal is { } person && !await IsOpenAsync(context.HttpContext, IdOf(person)))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            }
        };
    }

    /// <summary>Gives the browser a new cookie for the same session, as after the account's stamp has changed.</summary>
    public static Task RenewAsync(HttpContext http, SignInManager<RegistryUser> signIn, RegistryUser user) => signIn.SignInWithClaimsAsync(
        user, isPersistent: false,
        [.. http.User.FindAll(claim => claim.Type is AccessClaims.AuthenticationMethod or AccessClaims.Session).Select(claim => new Claim(claim.Type, claim.Value))]);

    private static async Task BeginAsync(CookieSigningInContext context)
    {
        if (context.Principal?.Identity is not ClaimsIdentity person || IdOf(context.Principal) is not null
            || !Guid.TryParse(person.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var userId))
        {
            return;
        }

        var http = context.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<BrowserSessions>();
        // A browser that signs in again has one session, not two.
        if (IdOf(http.User) is { } before)
            await sessions.EndAsync(userId, before, http.RequestAborted);
        var id = await sessions.BeginAsync(userId, ProgramNames.Of(http.Request.Headers.UserAgent.ToString()), http.RequestAborted);
        person.AddClaim(new Claim(AccessClaims.Session, id.ToString("D")));
    }

    private static async Task EndAsync(CookieSigningOutContext context)
    {
        var http = context.HttpContext;
        if (IdOf(http.User) is { } id && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
            await http.RequestServices.GetRequiredService<BrowserSessions>().EndAsync(userId, id, http.RequestAborted);
    }

    private static async Task<bool> IsOpenAsync(HttpContext http, Guid? session) =>
        session is { } id && await http.RequestServices.GetRequiredService<BrowserSessions>().SeeAsync(id, http.RequestAborted);
}

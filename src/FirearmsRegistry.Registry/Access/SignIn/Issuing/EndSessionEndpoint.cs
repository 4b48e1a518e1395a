using FirearmsRegistry.Registry.Access.SignIn.SigningOut;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Server.AspNetCore;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary><c>/connect/endsession</c>: a program asks that the person be signed out, of the pages and of everything else.</summary>
internal static class EndSessionEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, SignOut signOut, CancellationToken cancellation)
    {
        await signOut.EverywhereAsync(http.User, cancellation);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/account/sign-in" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}

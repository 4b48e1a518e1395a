using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Server.AspNetCore;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary><c>/connect/endsession</c>: a program asks that the person be signed out of the pages too.</summary>
internal static class EndSessionEndpoint
{
    public static async Task<IResult> HandleAsync(SignInManager<RegistryUser> signIn)
    {
        await signIn.SignOutAsync();
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/account/sign-in" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}

using FirearmsRegistry.Registry.Access.SignIn.Pages;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>
/// <c>/connect/authorize</c>: sends a browser to the sign-in page, or back to the program with a code. No consent is asked:
/// all programs are the registry's own.
/// </summary>
internal static class AuthorizeEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext http,
        UserManager<RegistryUser> users,
        AccessSettings settings,
        CancellationToken cancellation)
    {
        var request = http.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("The authorization endpoint was reached without a protocol request.");
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var user = session.Succeeded ? await users.GetUserAsync(session.Principal) : null;
        cancellation.ThrowIfCancellationRequested();
        if (user is null || user.DisabledAt is not null || request.HasPromptValue(PromptValues.Login))
        {
            return request.HasPromptValue(PromptValues.None) ? LoginRequired() : ToSignIn(http, request);
        }
        var methods = session.Principal!.GetClaims(AccessClaims.AuthenticationMethod);
        if (settings.RequireSecondFactor && !methods.Contains("mfa"))
        {
            var back = UriHelper.BuildRelative(http.Request.PathBase, http.Request.Path, http.Request.QueryString);
            return Results.LocalRedirect(PageForm.WithReturn(EnrolSecondFactorPage.Path, back));
        }
        // The roles are added when the code is exchanged, so that they are those of that moment.
        return Results.SignIn(
            TokenPrincipal.ForPerson(user, [], methods, request.GetScopes()),
            authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static IResult ToSignIn(HttpContext http, OpenIddictRequest request)
    {
        // Without "login" in the prompt, or the sign-in page would lead to itself for ever.
        var parameters = request.GetParameters()
            .Where(parameter => parameter.Key != Parameters.Prompt)
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value));
        var back = UriHelper.BuildRelative(http.Request.PathBase, http.Request.Path, QueryString.Create(parameters));
        return Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, back));
    }

    private static IResult LoginRequired() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "Nobody is signed in.",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}

using System.Security.Claims;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>
/// <c>/account/enrol-second-factor</c>: a person who is signed in ties an authenticator to the account by showing one of its codes.
/// An account that has one already needs an administrator to take it away first, so that a stolen session cannot replace it.
/// </summary>
internal static class EnrolSecondFactorPage
{
    public const string Path = "/account/enrol-second-factor";

    public static async Task<IResult> ShowAsync(HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn)
    {
        var user = await users.GetUserAsync(http.User);
        if (user is null)
        {
            return Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, Path));
        }
        if (user.TwoFactorEnabled)
        {
            return Page.Of(http, "Second factor", null, "<p>This account has a second factor.</p>");
        }
        if (await users.GetAuthenticatorKeyAsync(user) is null)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            // The stamp has changed with the key: without a new cookie this very session would end.
            await signIn.RefreshSignInAsync(user);
        }
        return await FormAsync(http, users, user, null);
    }

    public static async Task<IResult> SubmitAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, AccountStandings standings)
    {
        var user = await users.GetUserAsync(http.User);
        if (user is null || user.TwoFactorEnabled)
        {
            return Results.LocalRedirect(Path);
        }
        var code = PageForm.Field(http, "code").Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return await FormAsync(http, users, user, "This code is not accepted.");
        }
        await users.SetTwoFactorEnabledAsync(user, true);
        standings.Forget(user.Id);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(AccessClaims.AuthenticationMethod, "mfa")]);
        return Results.LocalRedirect(PageForm.ReturnUrl(http));
    }

    private static async Task<IResult> FormAsync(HttpContext http, UserManager<RegistryUser> users, RegistryUser user, string? alert)
    {
        var key = await users.GetAuthenticatorKeyAsync(user);
        var label = Uri.EscapeDataString("Firearms Registry:" + user.UserName);
        var link = $"otpauth://totp/{label}?secret={key}&issuer=Firearms%20Registry&digits=6";
        return Page.WithForm(
            http, "Set up a second factor", alert, PageForm.WithReturn(Path, PageForm.ReturnUrl(http)),
            $"""
            <p>Add this key to an authenticator (time-based, six digits):</p>
            <p><code id="key">{Page.Safe(key)}</code></p>
            <p><a href="{Page.Safe(link)}">Open an authenticator on this device</a></p>
            <label>Code that it shows now
            <input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7"></label>
            <button>Switch on</button>
            """);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary><c>/account/second-factor</c>: the six digits of the authenticator (RFC 6238), after the password was right.</summary>
internal static class SecondFactorPage
{
    public const string Path = "/account/second-factor";

    public static async Task<IResult> ShowAsync(HttpContext http, SignInManager<RegistryUser> signIn) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, PageForm.ReturnUrl(http)))
            : Show(http, null);

    public static async Task<IResult> SubmitAsync(HttpContext http, SignInManager<RegistryUser> signIn)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (user is null || user.DisabledAt is not null)
        {
            return Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, PageForm.ReturnUrl(http)));
        }
        // Wrong digits count towards the same lockout as wrong passwords.
        var outcome = await signIn.TwoFactorAuthenticatorSignInAsync(
            PageForm.Field(http, "code").Replace(" ", "", StringComparison.Ordinal), isPersistent: false, rememberClient: false);
        if (outcome.Succeeded)
        {
            return Results.LocalRedirect(PageForm.ReturnUrl(http));
        }
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Show(http, "This code is not accepted, or the account is locked for a while.");
    }

    private static IResult Show(HttpContext http, string? alert) => Page.WithForm(
        http, "Second factor", alert, PageForm.WithReturn(Path, PageForm.ReturnUrl(http)),
        """
        <label>Code from the authenticator
        <input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7" autofocus></label>
        <button>Go on</button>
        """);
}

using FirearmsRegistry.Registry.Access.SignIn.Limiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>
/// <c>/account/second-factor</c>: the six digits of the authenticator (RFC 6238) or one of the recovery codes, after the password was right.
/// </summary>
internal static class SecondFactorPage
{
    public const string Path = "/account/second-factor";

    public static async Task<IResult> ShowAsync(HttpContext http, SignInManager<RegistryUser> signIn) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, PageForm.ReturnUrl(http)))
            : Show(http, null);

    public static async Task<IResult> SubmitAsync(
        HttpContext http, SignInManager<RegistryUser> signIn, SignInAttempts attempts, CancellationToken cancellation)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (user is null || user.DisabledAt is not null)
        {
            return Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, PageForm.ReturnUrl(http)));
        }
        var code = PageForm.Field(http, "code").Replace(" ", "", StringComparison.Ordinal);
        // An empty field is no guess, and so no attempt.
        if (code.Length == 0)
        {
            return Refused(http);
        }
        // The framework counts wrong digits towards the lockout, but not wrong recovery codes.
        if (!await attempts.MayTryAsync("second factor " + user.UserName, cancellation))
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Show(http, "sign_in.too_many");
        }
        var outcome = code.Length > 6
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant())
            : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (outcome.Succeeded)
        {
            return Results.LocalRedirect(PageForm.ReturnUrl(http));
        }
        return Refused(http);
    }

    private static IResult Refused(HttpContext http)
    {
        Page.Refuse(http);
        return Show(http, "code.refused_or_locked");
    }

    private static IResult Show(HttpContext http, string? alert)
    {
        var words = PageWords.For(http);
        return Page.WithForm(
            http, words["second_factor"], alert is null ? null : words[alert], PageForm.WithReturn(Path, PageForm.ReturnUrl(http)),
            $"""
            <label>{Page.Safe(words["code.from_authenticator"])}
            <input name="code" dir="ltr" autocomplete="one-time-code" autocapitalize="characters" aria-describedby="recovery" required maxlength="16" autofocus></label>
            <p id="recovery" class="faint">{Page.Safe(words["code.or_recovery"])}</p>
            <button>{Page.Safe(words["go_on"])}</button>
            """);
    }
}

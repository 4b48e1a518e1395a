using FirearmsRegistry.Registry.Access.SignIn.Limiting;
using FirearmsRegistry.Registry.Access.SignIn.SigningOut;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>
/// <c>/account/sign-in</c>. An unknown name, a wrong password, a locked and a disabled account all take as long and say the same,
/// so that nobody learns here who has an account.
/// </summary>
internal static class SignInPage
{
    public const string Path = "/account/sign-in";

    private static readonly RegistryUser Nobody = new();

    private static readonly string NobodysHash = new PasswordHasher<RegistryUser>().HashPassword(Nobody, "no account has this password");

    public static IResult Show(HttpContext http) => Show(http, null);

    public static async Task<IResult> SubmitAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, SignInAttempts attempts, CancellationToken cancellation)
    {
        var name = PageForm.Field(http, "name");
        var password = PageForm.Raw(http, "password");
        // An empty field is no guess, and so no attempt.
        if (name.Length == 0 || password.Length == 0)
        {
            return Refused(http, "sign_in.refused");
        }
        if (!await attempts.MayTryAsync(name, cancellation))
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Show(http, "sign_in.too_many");
        }
        var user = await users.FindByNameAsync(name);
        if (user is null || user.DisabledAt is not null || user.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return Refused(http, "sign_in.refused");
        }
        var outcome = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return outcome switch
        {
            { Succeeded: true } => Results.LocalRedirect(PageForm.ReturnUrl(http)),
            { RequiresTwoFactor: true } => Results.LocalRedirect(PageForm.WithReturn(SecondFactorPage.Path, PageForm.ReturnUrl(http))),
            _ => Refused(http, "sign_in.refused"),
        };
    }

    public static async Task<IResult> SignOutAsync(HttpContext http, SignOut signOut, CancellationToken cancellation)
    {
        await signOut.EverywhereAsync(http.User, cancellation);
        var words = PageWords.For(http);
        return Page.Of(http, words["signed_out"], null, $"<section><p><a href=\"{Path}\">{Page.Safe(words["sign_in.again"])}</a></p></section>");
    }

    /// <summary>The page once more, with what was refused.</summary>
    public static IResult Refused(HttpContext http, string alert)
    {
        Page.Refuse(http);
        return Show(http, alert);
    }

    private static IResult Show(HttpContext http, string? alert)
    {
        var words = PageWords.For(http);
        var form = Page.Form(http, PageForm.WithReturn(Path, PageForm.ReturnUrl(http)),
            $"""
            <label>{Page.Safe(words["name"])} <input name="name" dir="ltr" autocomplete="username" autocapitalize="none" required maxlength="256" autofocus></label>
            <label>{Page.Safe(words["password"])} <input name="password" dir="ltr" type="password" autocomplete="current-password" required maxlength="256"></label>
            <button>{Page.Safe(words["sign_in"])}</button>
            """);
        return Page.Of(http, words["sign_in"], alert is null ? null : words[alert], form + PasskeyForms.SignIn(http));
    }
}

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

    private const string Refusal = "Name and password do not fit together, or the account is locked for a while.";

    private static readonly RegistryUser Nobody = new();

    private static readonly string NobodysHash = new PasswordHasher<RegistryUser>().HashPassword(Nobody, "no account has this password");

    public static IResult Show(HttpContext http) => Show(http, null);

    public static async Task<IResult> SubmitAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, SignInAttempts attempts, CancellationToken cancellation)
    {
        var name = PageForm.Field(http, "name");
        var password = PageForm.Raw(http, "password");
        if (!await attempts.MayTryAsync(name, cancellation))
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Show(http, "Too many attempts. Wait a minute.");
        }
        var user = await users.FindByNameAsync(name);
        if (user is null || user.DisabledAt is not null || user.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return Refused(http);
        }
        var outcome = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return outcome switch
        {
            { Succeeded: true } => Results.LocalRedirect(PageForm.ReturnUrl(http)),
            { RequiresTwoFactor: true } => Results.LocalRedirect(PageForm.WithReturn(SecondFactorPage.Path, PageForm.ReturnUrl(http))),
            _ => Refused(http),
        };
    }

    public static async Task<IResult> SignOutAsync(HttpContext http, SignOut signOut)
    {
        await signOut.EverywhereAsync(http.User);
        return Page.Of(http, "Signed out", null, "<p><a href=\"/account/sign-in\">Sign in again</a></p>");
    }

    private static IResult Refused(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Show(http, Refusal);
    }

    private static IResult Show(HttpContext http, string? alert) => Page.WithForm(
        http, "Sign in", alert, PageForm.WithReturn(Path, PageForm.ReturnUrl(http)),
        """
        <label>Name <input name="name" autocomplete="username" required maxlength="256" autofocus></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required maxlength="256"></label>
        <button>Sign in</button>
        """);
}

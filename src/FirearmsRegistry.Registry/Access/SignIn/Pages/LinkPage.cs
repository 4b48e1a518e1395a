using FirearmsRegistry.Registry.Access.SignIn.Links;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary><c>/account/link</c>: whoever holds a one-time link chooses the account's password.</summary>
internal static class LinkPage
{
    public const string Path = "/account/link";

    /// <summary>Moves the secret from behind <c>#</c> into the form; without scripts it is pasted by hand.</summary>
    public const string Script =
        """
        const secret = location.hash.slice(1);
        if (secret) { document.querySelector("input[name=secret]").value = secret; history.replaceState(null, "", location.pathname); }
        """;

    public static IResult Show(HttpContext http) => Show(http, null);

    public static async Task<IResult> SubmitAsync(HttpContext http, SignInLinks links, CancellationToken cancellation)
    {
        var password = PageForm.Raw(http, "password");
        if (password != PageForm.Raw(http, "again"))
        {
            return Refuse(http, "The two passwords differ.");
        }
        var problem = await links.RedeemAsync(PageForm.Field(http, "secret"), password, cancellation);
        return problem is null ? Results.LocalRedirect(SignInPage.Path) : Refuse(http, problem);
    }

    private static IResult Refuse(HttpContext http, string problem)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Show(http, problem);
    }

    private static IResult Show(HttpContext http, string? alert) => Page.WithForm(
        http, "Choose a password", alert, Path,
        """
        <label>Code of the link (behind #) <input name="secret" autocomplete="off" required maxlength="64"></label>
        <label>New password, at least 12 characters
        <input name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="256"></label>
        <label>The same again
        <input name="again" type="password" autocomplete="new-password" required minlength="12" maxlength="256"></label>
        <button>Set password</button>
        <script src="/account/link.js"></script>
        """);
}

using FirearmsRegistry.Registry.Access.SignIn.Links;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary><c>/account/link</c>: whoever holds a one-time link chooses the account's password.</summary>
internal static class LinkPage
{
    public const string Path = "/account/link";

    public static IResult Show(HttpContext http) => Show(http, null);

    public static async Task<IResult> SubmitAsync(HttpContext http, SignInLinks links, CancellationToken cancellation)
    {
        var password = PageForm.Raw(http, "password");
        if (password != PageForm.Raw(http, "again"))
        {
            return Refuse(http, "password.differ");
        }
        var problem = await links.RedeemAsync(PageForm.Field(http, "secret"), password, cancellation);
        return problem is null ? Results.LocalRedirect(SignInPage.Path) : Refuse(http, problem);
    }

    private static IResult Refuse(HttpContext http, string problem)
    {
        Page.Refuse(http);
        return Show(http, problem);
    }

    private static IResult Show(HttpContext http, string? alert)
    {
        var words = PageWords.For(http);
        return Page.WithForm(
            http, words["link"], alert is null ? null : words[alert], Path,
            $"""
            <label>{Page.Safe(words["link.code"])} <input name="secret" dir="ltr" autocomplete="off" required maxlength="64"></label>
            <label>{Page.Safe(words["link.password"])}
            <input name="password" dir="ltr" type="password" autocomplete="new-password" required minlength="12" maxlength="256"></label>
            <label>{Page.Safe(words["link.again"])}
            <input name="again" dir="ltr" type="password" autocomplete="new-password" required minlength="12" maxlength="256"></label>
            <button>{Page.Safe(words["link.set"])}</button>
            <script src="/account/link.js"></script>
            """);
    }
}

using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary><c>/account</c>: where a person lands who signed in without having been sent by a program.</summary>
internal static class AccountPage
{
    public static IResult Show(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? Page.WithForm(
                http, "Signed in", null, "/account/sign-out",
                $"""
                <p>You are signed in as {Page.Safe(name)}.</p>
                <p><a href="{EnrolSecondFactorPage.Path}">Second factor</a></p>
                <button>Sign out</button>
                """)
            : Results.LocalRedirect(SignInPage.Path);
}

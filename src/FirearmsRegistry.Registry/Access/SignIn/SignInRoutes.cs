using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using FirearmsRegistry.Registry.Access.SignIn.Passkeys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>The addresses of the embedded issuer and of the sign-in pages. Each checks for itself who is signed in, if anybody.</summary>
internal static class SignInRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // Everybody may come here; the policy only has the pages' cookie read instead of an access token.
        var cookie = new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser().Build();
        var issuer = routes.MapGroup("/connect").RequireAuthorization(cookie).AllowAnonymous().ExcludeFromDescription();
        issuer.MapPost("/token", TokenEndpoint.HandleAsync);
        issuer.MapMethods("/authorize", ["GET", "POST"], AuthorizeEndpoint.HandleAsync);
        issuer.MapMethods("/endsession", ["GET", "POST"], EndSessionEndpoint.HandleAsync);
        issuer.MapGet("/verify", DeviceEndpoint.ShowAsync);
        issuer.MapPost("/verify", DeviceEndpoint.SubmitAsync).AddEndpointFilter(PageForm.CheckAsync);

        var pages = routes.MapGroup("/account").RequireAuthorization(cookie).AllowAnonymous().ExcludeFromDescription()
            .AddEndpointFilter(PageForm.CheckAsync);
        pages.MapGet("/", (Func<HttpContext, CancellationToken, Task<IResult>>)AccountPage.ShowAsync);
        pages.MapPost("/sessions/endings", AccountPage.EndSessionAsync);
        pages.MapPost("/sessions/other-endings", AccountPage.EndOthersAsync);
        pages.MapPost("/recovery-codes", EnrolSecondFactorPage.NewCodesAsync);
        pages.MapPost("/passkeys", PasskeyChanges.AddAsync);
        pages.MapPost("/passkeys/creation-challenges", PasskeyChanges.OptionsAsync);
        pages.MapPost("/passkeys/removals", PasskeyChanges.RemoveAsync);
        pages.MapPost("/passkeys/challenges", PasskeySignIn.OptionsAsync);
        pages.MapPost("/passkeys/sign-ins", PasskeySignIn.SubmitAsync);
        pages.MapGet("/sign-in", (Func<HttpContext, IResult>)SignInPage.Show);
        pages.MapPost("/sign-in", SignInPage.SubmitAsync);
        pages.MapPost("/sign-out", SignInPage.SignOutAsync);
        pages.MapGet("/second-factor", SecondFactorPage.ShowAsync);
        pages.MapPost("/second-factor", SecondFactorPage.SubmitAsync);
        pages.MapGet("/enrol-second-factor", EnrolSecondFactorPage.ShowAsync);
        pages.MapPost("/enrol-second-factor", EnrolSecondFactorPage.SubmitAsync);
        pages.MapGet("/link", (Func<HttpContext, IResult>)LinkPage.Show);
        pages.MapPost("/link", LinkPage.SubmitAsync);
        pages.MapGet("/device-done", DeviceEndpoint.Done);
        pages.MapGet("/style.css", () => Results.Text(PageFiles.Style, "text/css"));
        pages.MapGet("/passkeys.js", () => Results.Text(PageFiles.PasskeyScript, "text/javascript"));
        pages.MapGet("/link.js", () => Results.Text(PageFiles.LinkScript, "text/javascript"));
    }
}

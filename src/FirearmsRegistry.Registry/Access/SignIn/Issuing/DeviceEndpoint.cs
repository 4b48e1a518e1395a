using System.Security.Claims;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>
/// <c>/connect/verify</c> (RFC 8628 section 3.3): a person who is signed in types the code that a program or a station shows,
/// sees which program asks, and lets it in or not.
/// </summary>
internal static class DeviceEndpoint
{
    private const string Path = "/connect/verify";

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> ShowAsync(
        HttpContext http, UserManager<RegistryUser> users, IOpenIddictApplicationManager applications, CancellationToken cancellation)
    {
        if (await PersonAsync(http, users) is not { Session: { } session } || LacksSecondFactor(http, session))
        {
            return ToSignIn(http);
        }
        var code = http.Request.Query[Parameters.UserCode].ToString();
        return code.Length == 0
            ? AskForCode(http, null)
            : await AskForConsentAsync(http, code, applications, cancellation);
    }

    public static async Task<IResult> SubmitAsync(
        HttpContext http, UserManager<RegistryUser> users, IOpenIddictApplicationManager applications, CancellationToken cancellation)
    {
        if (await PersonAsync(http, users) is not { User: { } user, Session: { } session } || LacksSecondFactor(http, session))
        {
            return ToSignIn(http);
        }
        var decision = PageForm.Field(http, "decision");
        if (decision.Length == 0)
        {
            return await AskForConsentAsync(http, PageForm.Field(http, Parameters.UserCode), applications, cancellation);
        }
        var asked = await http.AuthenticateAsync(Scheme);
        if (asked is not { Succeeded: true, Principal: { } device } || device.GetClaim(Claims.ClientId) is null)
        {
            return AskForCode(http, "device.unknown");
        }
        var properties = new AuthenticationProperties { RedirectUri = "/account/device-done" };
        if (decision != "allow")
        {
            return Results.Forbid(properties, [Scheme]);
        }
        var methods = session.GetClaims(AccessClaims.AuthenticationMethod);
        return Results.SignIn(TokenPrincipal.ForPerson(user, [], methods, device.GetScopes()), properties, Scheme);
    }

    public static IResult Done(HttpContext http) =>
        Page.Of(http, PageWords.For(http)["device.done"], null, $"<section><p>{Page.Safe(PageWords.For(http)["device.close"])}</p></section>");

    private static async Task<(RegistryUser? User, ClaimsPrincipal? Session)> PersonAsync(HttpContext http, UserManager<RegistryUser> users)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var user = session.Succeeded ? await users.GetUserAsync(session.Principal) : null;
        return user is null || user.DisabledAt is not null ? (null, null) : (user, session.Principal);
    }

    private static bool LacksSecondFactor(HttpContext http, ClaimsPrincipal session) =>
        http.RequestServices.GetRequiredService<AccessSettings>().RequireSecondFactor
        && !session.HasClaim(AccessClaims.AuthenticationMethod, "mfa");

    private static IResult ToSignIn(HttpContext http)
    {
        var code = http.Request.Query[Parameters.UserCode].ToString();
        var back = code.Length == 0 ? Path : $"{Path}?{Parameters.UserCode}={Uri.EscapeDataString(code)}";
        var page = http.User.HasClaim(AccessClaims.AuthenticationMethod, "pwd") ? EnrolSecondFactorPage.Path : SignInPage.Path;
        return Results.LocalRedirect(PageForm.WithReturn(page, back));
    }

    private static IResult AskForCode(HttpContext http, string? alert)
    {
        if (alert is not null)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        var words = PageWords.For(http);
        return Page.WithForm(
            http, words["device"], alert is null ? null : words[alert], Path,
            $"""
            <label>{Page.Safe(words["device.code"])}
            <input name="{Parameters.UserCode}" dir="ltr" autocomplete="off" required maxlength="20" autofocus></label>
            <button>{Page.Safe(words["go_on"])}</button>
            """);
    }

    private static async Task<IResult> AskForConsentAsync(
        HttpContext http, string code, IOpenIddictApplicationManager applications, CancellationToken cancellation)
    {
        var asked = await http.AuthenticateAsync(Scheme);
        if (asked is not { Succeeded: true, Principal: { } device } || device.GetClaim(Claims.ClientId) is not { } clientId)
        {
            return AskForCode(http, "device.unknown");
        }
        var application = await applications.FindByClientIdAsync(clientId, cancellation);
        var name = application is null ? clientId : await applications.GetDisplayNameAsync(application, cancellation);
        var words = PageWords.For(http);
        return Page.WithForm(
            http, words["device"], null, Path,
            $"""
            <p><strong><bdi lang="en">{Page.Safe(name)}</bdi></strong></p>
            <p>{Page.Safe(words["device.wants"])} <bdi dir="ltr"><code>{Page.Safe(code)}</code></bdi></p>
            <input type="hidden" name="{Parameters.UserCode}" value="{Page.Safe(code)}">
            <button name="decision" value="allow">{Page.Safe(words["device.allow"])}</button>
            <button name="decision" value="deny" class="second">{Page.Safe(words["device.deny"])}</button>
            """);
    }
}

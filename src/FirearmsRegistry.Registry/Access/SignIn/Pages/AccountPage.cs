using System.Buffers.Text;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using FirearmsRegistry.Registry.Shared.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary><c>/account</c>: one's own account: how one signs in, and in which browsers one is signed in.</summary>
internal static class AccountPage
{
    public const string Path = "/account";

    public static Task<IResult> ShowAsync(HttpContext http, CancellationToken cancellation) => ShowAsync(http, null, cancellation);

    /// <summary>The page once more, with what was refused.</summary>
    public static Task<IResult> RefusedAsync(HttpContext http, string alert, CancellationToken cancellation)
    {
        Page.Refuse(http);
        return ShowAsync(http, alert, cancellation);
    }

    /// <summary>Ends one session, which may be this one.</summary>
    public static async Task<IResult> EndSessionAsync(HttpContext http, UserManager<RegistryUser> users, BrowserSessions sessions, CancellationToken cancellation)
    {
        if (Guid.TryParse(users.GetUserId(http.User), out var userId) && Guid.TryParse(PageForm.Field(http, "id"), out var id))
            await sessions.EndAsync(userId, id, cancellation);
        return Results.LocalRedirect(Path);
    }

    /// <summary>Ends everything but this session: other browsers, and programs that work in the person's name.</summary>
    public static async Task<IResult> EndOthersAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, BrowserSessions sessions, CancellationToken cancellation)
    {
        if (await users.GetUserAsync(http.User) is { } user)
        {
            await users.UpdateSecurityStampAsync(user);
            await sessions.EndOthersAsync(user.Id, SessionCookie.IdOf(http.User), cancellation);
            await SessionCookie.RenewAsync(http, signIn, user);
        }

        return Results.LocalRedirect(Path);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string? alert, CancellationToken cancellation)
    {
        var users = http.RequestServices.GetRequiredService<UserManager<RegistryUser>>();
        if (await users.GetUserAsync(http.User) is not { DisabledAt: null } user)
            return Results.LocalRedirect(SignInPage.Path);
        var words = PageWords.For(http);
        var sessions = await http.RequestServices.GetRequiredService<BrowserSessions>().OfAsync(user.Id, cancellation);
        var signOut = Page.Form(http, "/account/sign-out",
            $"""
            <p>{Page.Safe(words["signed_in_as"].Replace("{name}", user.UserName, StringComparison.Ordinal))}</p>
            <p><a href="/">{Page.Safe(words["to_pages"])}</a></p>
            <p class="faint">{Page.Safe(words["sign_out.everywhere"])}</p>
            <button>{Page.Safe(words["sign_out"])}</button>
            """);
        return Page.Of(http, words["account"], alert is null ? null : words[alert],
            signOut + await AuthenticatorAsync(http, users, user) + await PasskeysAsync(http, users, user) + Sessions(http, sessions));
    }

    private static async Task<string> AuthenticatorAsync(HttpContext http, UserManager<RegistryUser> users, RegistryUser user)
    {
        var words = PageWords.For(http);
        if (!user.TwoFactorEnabled)
        {
            var none = (await users.GetPasskeysAsync(user)).Count > 0 ? "second_factor.passkey" : "second_factor.none";
            return Section(words["second_factor"],
                $"""<p>{Page.Safe(words[none])}</p><p><a href="{EnrolSecondFactorPage.Path}">{Page.Safe(words["enrol"])}</a></p>""");
        }

        var left = words["recovery.left"].Replace(
            "{n}", (await users.CountRecoveryCodesAsync(user)).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Section(words["second_factor"],
            $"<p>{Page.Safe(words["second_factor.on"])}</p><p>{Page.Safe(left)}</p>"
            + Page.Form(http, "/account/recovery-codes", $"<button class=\"second\">{Page.Safe(words["recovery.new"])}</button>"));
    }

    private static async Task<string> PasskeysAsync(HttpContext http, UserManager<RegistryUser> users, RegistryUser user)
    {
        var words = PageWords.For(http);
        var items = (await users.GetPasskeysAsync(user)).Select(passkey => Item(http,
            $"<bdi>{Page.Safe(passkey.Name)}</bdi>", words["added"], passkey.CreatedAt, PasskeyForms.Root + "/removals",
            Base64Url.EncodeToString(passkey.CredentialId), words["passkey.remove"]));
        return Section(words["passkeys"],
            $"""<p class="faint">{Page.Safe(words["passkeys.what"])}</p><ul class="list">{string.Concat(items)}</ul>""" + PasskeyForms.Add(http, Path));
    }

    private static string Sessions(HttpContext http, IEnumerable<BrowserSessionRow> sessions)
    {
        var words = PageWords.For(http);
        var own = SessionCookie.IdOf(http.User);
        var items = sessions.Select(session => Item(http,
            $"<bdi>{Page.Safe(session.Program)}</bdi>" + (session.Id == own ? $" <strong>{Page.Safe(words["session.this"])}</strong>" : ""), words["session.since"],
            session.SignedInAt, "/account/sessions/endings", session.Id.ToString("D"), words["session.end"]));
        return Section(words["sessions"],
            $"""<ul class="list">{string.Concat(items)}</ul>"""
            + Page.Form(http, "/account/sessions/other-endings", $"<button class=\"second\">{Page.Safe(words["session.end_others"])}</button>"));
    }

    private static string Item(HttpContext http, string what, string when, DateTimeOffset at, string action, string id, string button) =>
        $"""
        <li><span>{what}<br><span class="faint">{Page.Safe(when)} <bdi>{Page.Safe(PageWords.For(http).Reports.Moment(at))}</bdi></span></span>
        {Page.Form(http, action, $"<input type=\"hidden\" name=\"id\" value=\"{Page.Safe(id)}\"><button>{Page.Safe(button)}</button>")}</li>
        """;

    private static string Section(string heading, string body) => $"<section><h2>{Page.Safe(heading)}</h2>{body}</section>";
}

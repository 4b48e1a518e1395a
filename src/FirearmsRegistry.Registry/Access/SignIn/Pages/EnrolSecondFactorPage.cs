using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>
/// <c>/account/enrol-second-factor</c>: a person who is signed in ties an authenticator to the account by showing one of its codes, or adds
/// a passkey. An account that has a second factor takes another one only from whoever has just shown it, so that neither a stolen
/// password nor a stolen session can make one; an authenticator is replaced only by way of an administrator.
/// </summary>
internal static class EnrolSecondFactorPage
{
    public const string Path = "/account/enrol-second-factor";

    /// <summary>How many recovery codes a person gets.</summary>
    private const int RecoveryCodes = 10;

    public static async Task<IResult> ShowAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, SecondFactors factors, CancellationToken cancellation)
    {
        var user = await users.GetUserAsync(http.User);
        if (user is null)
        {
            return Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, PageForm.WithReturn(Path, PageForm.ReturnUrl(http))));
        }
        if (user.TwoFactorEnabled)
        {
            return Results.LocalRedirect(AccountPage.Path);
        }
        if (await factors.MayChangeAsync(http, cancellation) is null)
        {
            return ShowPasskeyFirst(http);
        }
        if (await users.GetAuthenticatorKeyAsync(user) is null)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            // The stamp has changed with the key: without a new cookie this very session would end.
            await SessionCookie.RenewAsync(http, signIn, user);
        }
        return await FormAsync(http, users, user, null);
    }

    public static async Task<IResult> SubmitAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, SecondFactors factors, CancellationToken cancellation)
    {
        if (await factors.MayChangeAsync(http, cancellation) is not { TwoFactorEnabled: false } user)
        {
            return Results.LocalRedirect(Path);
        }
        var code = PageForm.Field(http, "code").Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            Page.Refuse(http);
            return await FormAsync(http, users, user, "code.refused");
        }
        await users.SetTwoFactorEnabledAsync(user, true);
        return await WithNewCodesAsync(http, users, signIn, factors, user);
    }

    /// <summary><c>/account/recovery-codes</c>: new ones in place of those before.</summary>
    public static async Task<IResult> NewCodesAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, SecondFactors factors, CancellationToken cancellation) =>
        await factors.MayChangeAsync(http, cancellation) is { TwoFactorEnabled: true } user
            ? await WithNewCodesAsync(http, users, signIn, factors, user)
            : SecondFactors.SignInAgain();

    /// <summary>For whoever gave the password of an account that has passkeys, or gave his passkey too long ago.</summary>
    private static IResult ShowPasskeyFirst(HttpContext http)
    {
        var words = PageWords.For(http);
        return Page.Of(http, words["second_factor"], null, $"<section><p>{Page.Safe(words["second_factor.show_first"])}</p></section>{PasskeyForms.SignIn(http)}");
    }

    /// <summary>Shows new recovery codes this once.</summary>
    private static async Task<IResult> WithNewCodesAsync(
        HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, SecondFactors factors, RegistryUser user)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? [];
        await factors.ShownAsync(http, user, signIn);
        var words = PageWords.For(http);
        return Page.Of(http, words["recovery"], null,
            $"""
            <section><p>{Page.Safe(words["recovery.keep"])}</p>
            <ul class="codes" dir="ltr">{string.Concat(codes.Select(code => $"<li><code>{Page.Safe(code)}</code></li>"))}</ul>
            <p><a href="{Page.Safe(PageForm.ReturnUrl(http))}">{Page.Safe(words["go_on"])}</a></p></section>
            """);
    }

    private static async Task<IResult> FormAsync(HttpContext http, UserManager<RegistryUser> users, RegistryUser user, string? alert)
    {
        var words = PageWords.For(http);
        var key = await users.GetAuthenticatorKeyAsync(user);
        var link = AuthenticatorLink(user.UserName!, key!);
        var form = Page.Form(http, PageForm.WithReturn(Path, PageForm.ReturnUrl(http)),
            $"""
            <p>{Page.Safe(words["enrol.scan"])}</p>
            <div class="qr" role="img" aria-label="{Page.Safe(words["enrol.qr"])}">{Qr(link)}</div>
            <p>{Page.Safe(words["enrol.by_hand"])} <bdi dir="ltr"><code id="key">{Page.Safe(key)}</code></bdi></p>
            <p><a href="{Page.Safe(link)}">{Page.Safe(words["enrol.open"])}</a></p>
            <label>{Page.Safe(words["enrol.code"])}
            <input name="code" dir="ltr" inputmode="numeric" autocomplete="one-time-code" required maxlength="7"></label>
            <button>{Page.Safe(words["switch_on"])}</button>
            """);
        return Page.Of(http, words["enrol"], alert is null ? null : words[alert],
            $"{form}<p>{Page.Safe(words["enrol.or_passkey"])}</p>{PasskeyForms.Add(http, PageForm.ReturnUrl(http))}");
    }

    /// <summary>What authenticators read (Google's key URI format, which all of them follow).</summary>
    public static string AuthenticatorLink(string userName, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString("Firearms Registry:" + userName)}?secret={key}&issuer=Firearms%20Registry&digits=6";

    private static string Qr(string link)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return drawing.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}

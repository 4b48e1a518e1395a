using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FirearmsRegistry.Registry.Shared.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>The frame of the sign-in pages: plain HTML that works without scripts, in six languages, and loads nothing from elsewhere.</summary>
internal static class Page
{
    /// <summary>Where the choice between light and dark is kept; the other pages set it.</summary>
    private const string ThemeCookie = "fr-theme";

    private static readonly string[] FormPages = [SignInPage.Path, SecondFactorPage.Path, LinkPage.Path, EnrolSecondFactorPage.Path];

    /// <summary>Letters of all scripts stay as they are; what means something in HTML does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text made safe for HTML content and quoted attributes.</summary>
    public static string Safe(string? text) => Encoder.Encode(text ?? "");

    /// <summary>A form that posts back to this server, protected against forged requests. What it lacks is told by the page: a browser would tell it in its own language.</summary>
    /// <param name="http">The request being answered.</param>
    /// <param name="action">Where it posts to.</param>
    /// <param name="fields">Its inner HTML; every value in it must have gone through <see cref="Safe"/>.</param>
    /// <param name="attributes">Further attributes.</param>
    public static string Form(HttpContext http, string action, string fields, string attributes = "")
    {
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return $"""
            <form method="post" action="{Safe(action)}" novalidate{attributes}>
            <input type="hidden" name="{Safe(token.FormFieldName)}" value="{Safe(token.RequestToken)}">
            {fields}
            </form>
            """;
    }

    /// <summary>A page that is one form.</summary>
    /// <param name="http">The request being answered.</param>
    /// <param name="title">The heading.</param>
    /// <param name="alert">What went wrong the last time, or null.</param>
    /// <param name="action">Where the form posts to.</param>
    /// <param name="fields">The form's inner HTML; every value in it must have gone through <see cref="Safe"/>.</param>
    public static IResult WithForm(HttpContext http, string title, string? alert, string action, string fields) =>
        Of(http, title, alert, Form(http, action, fields));

    /// <summary>A page.</summary>
    public static IResult Of(HttpContext http, string title, string? alert, string body)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
            + $"frame-ancestors 'none'; form-action 'self'{CallbackOrigin(http)}";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        var words = PageWords.For(http);
        var dark = http.Request.Cookies[ThemeCookie] == "dark" ? " class=\"dark\"" : "";
        var shown = alert is null ? "" : $"<p role=\"alert\">{Safe(alert)}</p>";
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{words.Reports.Code}" dir="{words.Reports.Direction}"{dark}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{Safe(title)} – {Safe(words["registry"])}</title><link rel="stylesheet" href="/account/style.css">
            <link rel="icon" type="image/svg+xml" href="/_content/FirearmsRegistry.Web/registry.svg"></head>
            <body><header><a class="brand" href="/">{Safe(words["registry"])}</a>
            <nav aria-label="{Safe(words["language"])}">{Choices(http, words)}</nav></header>
            <main><h1>{Safe(title)}</h1>{shown}
            {body}
            </main></body></html>
            """,
            "text/html; charset=utf-8", Encoding.UTF8);
    }

    /// <summary>A page that says that something was refused, with its status.</summary>
    public static void Refuse(HttpContext http) => http.Response.StatusCode = StatusCodes.Status400BadRequest;

    /// <summary>The address at which the page is opened again: the answer to a form stands at one that may be no page.</summary>
    public static string Here(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || FormPages.Contains(http.Request.Path.Value)
        ? http.Request.Path + http.Request.QueryString
        : AccountPage.Path;

    private static string Choices(HttpContext http, PageWords words)
    {
        var back = Uri.EscapeDataString(Here(http));
        return string.Join('\n', Languages.All.Select(language =>
        {
            var code = Languages.CodeOf(language);
            var current = language == words.Language ? " aria-current=\"true\"" : "";
            return $"<a href=\"/language/{code}?back={back}\" lang=\"{code}\" hreflang=\"{code}\"{current}>{Languages.NameOf(language)}</a>";
        }));
    }

    /// <summary>
    /// Browsers apply <c>form-action</c> to the redirects after a form too, so the program that waits for the sign-in must be named.
    /// </summary>
    private static string CallbackOrigin(HttpContext http)
    {
        var back = http.Request.Query["returnUrl"].ToString();
        var query = back.Contains('?', StringComparison.Ordinal) ? back[back.IndexOf('?', StringComparison.Ordinal)..] : "";
        var callback = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).GetValueOrDefault("redirect_uri").ToString();
        return Uri.TryCreate(callback, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
            ? " " + uri.GetLeftPart(UriPartial.Authority)
            : "";
    }
}

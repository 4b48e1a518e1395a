using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>The frame of the sign-in pages: plain HTML that works without scripts and loads nothing from elsewhere.</summary>
internal static class Page
{
    public const string Style =
        """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1rem; }
        label { display: block; margin-top: 1rem; }
        input { font: inherit; width: 100%; padding: .5rem; box-sizing: border-box; }
        button { font: inherit; padding: .5rem 1.25rem; margin: 1.5rem .5rem 0 0; }
        [role=alert] { border-inline-start: .3rem solid #b00020; padding: .5rem 1rem; }
        code { font-size: 1.1rem; letter-spacing: .08em; overflow-wrap: anywhere; }
        """;

    /// <summary>Text made safe for HTML content and quoted attributes.</summary>
    public static string Safe(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>A page with a form that posts back to the same kind of address, protected against forged requests.</summary>
    /// <param name="http">The request being answered.</param>
    /// <param name="title">The heading.</param>
    /// <param name="alert">What went wrong the last time, or null.</param>
    /// <param name="action">Where the form posts to.</param>
    /// <param name="fields">The form's inner HTML; every value in it must have gone through <see cref="Safe"/>.</param>
    public static IResult WithForm(HttpContext http, string title, string? alert, string action, string fields)
    {
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return Of(http, title, alert,
            $"""
            <form method="post" action="{Safe(action)}">
            <input type="hidden" name="{Safe(token.FormFieldName)}" value="{Safe(token.RequestToken)}">
            {fields}
            </form>
            """);
    }

    /// <summary>A page without a form.</summary>
    public static IResult Of(HttpContext http, string title, string? alert, string body)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self'{CallbackOrigin(http)}";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        var shown = alert is null ? "" : $"<p role=\"alert\">{Safe(alert)}</p>";
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{Safe(title)} – Firearms Registry</title><link rel="stylesheet" href="/account/style.css"></head>
            <body><main><h1>{Safe(title)}</h1>{shown}
            {body}
            </main></body></html>
            """,
            "text/html; charset=utf-8", Encoding.UTF8);
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

using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Web.Shared.Hosting;

/// <summary>
/// What a browser may do with a page: no script but this server's own files, nothing from elsewhere, no frame around it. WebAssembly is
/// compiled for the reader of symbols; MudBlazor writes styles into the page.
/// </summary>
internal static class PageHeaders
{
    /// <summary>The content security policy of every page.</summary>
    public const string ContentSecurity =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "media-src 'self' blob:; worker-src 'self' blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public static Task SetAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurity;
            http.Response.OnStarting(DoNotKeep, http.Response);
            headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }

        return next(http);
    }

    /// <summary>At the end, since the protection of forms says the same where a page has one and complains of what stands there already.</summary>
    private static Task DoNotKeep(object response)
    {
        ((HttpResponse)response).Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}

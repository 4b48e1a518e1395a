using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>What every form of the sign-in pages has in common.</summary>
internal static class PageForm
{
    private const long LargestForm = 32 * 1024;

    /// <summary>Refuses a form that is too large, unreadable or was not made by this server for this browser.</summary>
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return await next(invocation);
        }
        try
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = LargestForm;
            }
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return await next(invocation);
        }
        catch (Exception exception) when (exception is AntiforgeryValidationException or InvalidDataException or BadHttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            var words = PageWords.For(http);
            return Page.Of(http, words["form_old"], null, $"<section><p><a href=\"{SignInPage.Path}\">{Page.Safe(words["start_again"])}</a></p></section>");
        }
    }

    /// <summary>A field of the posted form, without surrounding blanks; empty when it was not sent.</summary>
    public static string Field(HttpContext http, string name) => Raw(http, name).Trim();

    /// <summary>A field as typed: blanks belong to a password.</summary>
    public static string Raw(HttpContext http, string name) => Long(http, name, 512) ?? "";

    /// <summary>A field that may be longer than what people type; null when it was not sent, is empty or longer than told.</summary>
    public static string? Long(HttpContext http, string name, int longest) =>
        http.Request.HasFormContentType && http.Request.Form[name] is [{ Length: > 0 } value] && value.Length <= longest ? value : null;

    /// <summary>Where to go afterwards: only ever on this server.</summary>
    public static string ReturnUrl(HttpContext http)
    {
        var asked = http.Request.Query["returnUrl"].ToString();
        return asked is ['/'] || (asked is ['/', not ('/' or '\\'), ..] && !asked.Any(char.IsControl)) ? asked : "/account";
    }

    /// <summary>An address with the place to go to afterwards.</summary>
    public static string WithReturn(string path, string returnUrl) => path + "?returnUrl=" + Uri.EscapeDataString(returnUrl);
}

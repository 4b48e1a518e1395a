using FirearmsRegistry.Registry.Shared.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Web.Shared.Hosting;

/// <summary><c>GET /language/{code}</c>: chooses the language where no script runs.</summary>
internal static class LanguageEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/language/{code}", Choose)
        .AllowAnonymous().ExcludeFromDescription().Add(PageEndpoint.Mark);

    private static IResult Choose(string code, string? back, HttpContext http)
    {
        if (Languages.TryParse(code, out var language))
        {
            http.Response.Cookies.Append(Languages.Cookie, Languages.CodeOf(language), new CookieOptions
            {
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        }

        return Results.LocalRedirect(back is ['/'] or ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) ? back : "/");
    }
}

using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Who asks: a person in a browser, or a program.</summary>
internal static class Askers
{
    /// <summary>Whether a person in a browser asks and is to be shown a page. Programs, and whatever asks for the API, get documents.</summary>
    public static bool IsPerson(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
    }
}

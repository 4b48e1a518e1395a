using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Answers of reads.</summary>
internal static class Resources
{
    /// <summary>One record with its version as ETag.</summary>
    public static IResult Of<T>(HttpContext http, T view, long version)
    {
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        return Results.Json(view, RegistryJson.Options);
    }

    /// <summary>A list or a figure.</summary>
    public static IResult Of<T>(T view) => Results.Json(view, RegistryJson.Options);
}

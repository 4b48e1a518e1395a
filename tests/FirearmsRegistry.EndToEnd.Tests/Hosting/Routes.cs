using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>Paths for tests that walk every endpoint.</summary>
internal static class Routes
{
    /// <summary>The endpoint's path with each parameter replaced.</summary>
    public static string Path(RouteEndpoint endpoint, Func<RoutePatternParameterPart, string> value)
    {
        var path = new StringBuilder();
        foreach (var part in endpoint.RoutePattern.PathSegments.SelectMany(segment => segment.Parts.Prepend(null)))
        {
            path.Append(part switch
            {
                null => "/",
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternParameterPart parameter => value(parameter),
                _ => "",
            });
        }

        return path.Length == 0 ? "/" : path.ToString();
    }

    /// <summary>A value that the parameter's constraint lets through: a number where one is asked for, else a new id.</summary>
    public static string Fitting(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content is "long" or "int") ? "1" : Guid.CreateVersion7().ToString();
}

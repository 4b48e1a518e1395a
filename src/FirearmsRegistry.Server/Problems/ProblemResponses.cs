using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace FirearmsRegistry.Server.Problems;

/// <summary>Makes a problem document of whatever an endpoint did not answer itself.</summary>
internal static class ProblemResponses
{
    public static IServiceCollection AddProblemResponses(this IServiceCollection services) => services.AddProblemDetails();

    public static WebApplication UseProblemResponses(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => WriteAsync(http, FaultProblems.Of(http.Features.Get<IExceptionHandlerFeature>()?.Error, http)),
            SuppressDiagnosticsCallback = fault => FaultProblems.IsExpected(fault.Exception),
        });
        app.UseStatusCodePages(context =>
        {
            var http = context.HttpContext;
            if (IsPersonLost(http))
            {
                // Led there, not answered there: the address bar then says what the page says.
                http.Response.Redirect("/not-found");
                return Task.CompletedTask;
            }

            return WriteAsync(http, ProblemDocuments.ForStatus(http.Response.StatusCode, http));
        });
        return app;
    }

    /// <summary>
    /// Whether somebody in a browser opened an address that nothing stands at; without a token, that is answered like any other address, by 401.
    /// Programs, and whatever asks for the API, get the document.
    /// </summary>
    private static bool IsPersonLost(HttpContext http) =>
        http.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status401Unauthorized && HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint() is null
        && Askers.IsPerson(http.Request) && !http.Request.Path.StartsWithSegments("/not-found", StringComparison.Ordinal);

    private static Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status!.Value;
        return http.Response.WriteAsJsonAsync(problem, RegistryJson.Options, ProblemDocuments.MediaType, http.RequestAborted);
    }
}

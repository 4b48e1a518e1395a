using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace FirearmsRegistry.Server.Problems;

/// <summary>Makes a problem document of whatever an endpoint did not answer itself.</summary>
internal static class ProblemResponses
{
    public static IServiceCollection AddProblemResponses(this IServiceCollection services) => services.AddProblemDetails();

    public static WebApplication UseProblemResponses(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = WriteFaultAsync,
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException or OperationCanceledException || LostRaces.IsOne(fault.Exception),
        });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        return app;
    }

    private static async Task WriteFaultAsync(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (LostRaces.IsOne(fault))
        {
            await ProblemDocuments.From(WritingErrors.TryAgain, http).ExecuteAsync(http);
            return;
        }

        var status = fault switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            NpgsqlException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        http.Response.StatusCode = status;
        if (fault is BadHttpRequestException { Message: var message } && status == StatusCodes.Status400BadRequest)
        {
            await ProblemDocuments.From(Refusal.Input(new InputError("", null, Plain(message))), http).ExecuteAsync(http);
            return;
        }

        await WriteAsync(http, status);
    }

    private static Task WriteAsync(HttpContext http, int status) =>
        http.Response.WriteAsJsonAsync(ProblemDocuments.ForStatus(status, http), RegistryJson.Options, ProblemDocuments.MediaType,
            http.RequestAborted);

    /// <summary>The framework's sentences name .NET parameters and types; a caller knows neither.</summary>
    private static string Plain(string message) =>
        message.StartsWith("Failed to bind", StringComparison.Ordinal) || message.StartsWith("Required parameter", StringComparison.Ordinal)
            ? "A value in the address is not of the kind that stands there."
            : "The request cannot be read.";
}

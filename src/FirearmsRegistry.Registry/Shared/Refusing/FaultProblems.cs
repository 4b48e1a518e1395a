using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Refusing;

/// <summary>The problem document for a fault that an endpoint did not answer itself; the same over HTTP and in the pages.</summary>
internal static class FaultProblems
{
    /// <summary>Whether the fault is the caller's or nobody's, and no reason for an alarm.</summary>
    public static bool IsExpected(Exception fault) =>
        fault is BadHttpRequestException or OperationCanceledException || LostRaces.IsOne(fault);

    /// <summary>The document; its status is the answer's.</summary>
    public static ProblemDetails Of(Exception? fault, HttpContext http) => fault switch
    {
        _ when LostRaces.IsOne(fault) => ProblemDocuments.Document(WritingErrors.TryAgain, http),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad =>
            ProblemDocuments.Document(Refusal.Input(new InputError("", null, Plain(bad.Message))), http),
        BadHttpRequestException bad => ProblemDocuments.ForStatus(bad.StatusCode, http),
        NpgsqlException { IsTransient: true } => ProblemDocuments.ForStatus(StatusCodes.Status503ServiceUnavailable, http),
        _ => ProblemDocuments.ForStatus(StatusCodes.Status500InternalServerError, http),
    };

    /// <summary>The framework's sentences name .NET parameters and types; a caller knows neither.</summary>
    private static string Plain(string message) =>
        message.StartsWith("Failed to bind", StringComparison.Ordinal) || message.StartsWith("Required parameter", StringComparison.Ordinal)
            ? "A value in the address is not of the kind that stands there."
            : "The request cannot be read.";
}

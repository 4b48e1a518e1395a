using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FirearmsRegistry.Registry.Shared.Refusing;

/// <summary>Refusals as RFC 9457 problem documents: the only place where a refusal meets HTTP.</summary>
internal static class ProblemDocuments
{
    public const string TypePrefix = "urn:firearms-registry:problem:";

    public const string MediaType = "application/problem+json";

    public static IResult From(Refusal refusal, HttpContext http) =>
        Results.Json(Document(refusal, http), RegistryJson.Options, MediaType, StatusOf(refusal.Kind));

    public static ProblemDetails Document(Refusal refusal, HttpContext http)
    {
        var document = new ProblemDetails
        {
            Type = TypePrefix + refusal.Name,
            Title = refusal.Title,
            Status = StatusOf(refusal.Kind),
            Detail = refusal.Detail,
            Extensions = { ["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier },
        };
        if (refusal.Errors.Count > 0)
            document.Extensions["errors"] = refusal.Errors;
        foreach (var (name, value) in refusal.Extensions)
            document.Extensions[name] = value;
        return document;
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.RuleBroken => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.PreconditionMissing => StatusCodes.Status428PreconditionRequired,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.WrongMediaType => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>The refusal for a status that the framework gave without a body: no token, wrong role, unknown route, wrong method.</summary>
    public static ProblemDetails ForStatus(int status, HttpContext http)
    {
        var (name, title) = status switch
        {
            401 => ("not-signed-in", "A valid access token is needed."),
            403 => ("not-allowed", "This role may not do this."),
            404 => ("not-found", "There is nothing at this address."),
            405 => ("method-not-allowed", "This address does not take this method."),
            413 => ("body-too-large", "The body is too large."),
            415 => ("not-json", "The body must be application/json."),
            429 => ("too-many-requests", "Too many requests: wait a little."),
            < 500 => ("bad-request", "The request cannot be read."),
            503 => ("unavailable", "The database does not answer; repeat the request with the same idempotency key."),
            _ => ("internal-error", "Something went wrong here; whether a write landed is told by repeating it with the same idempotency key."),
        };
        return new ProblemDetails
        {
            Type = TypePrefix + name,
            Title = title,
            Status = status,
            Extensions = { ["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier },
        };
    }
}

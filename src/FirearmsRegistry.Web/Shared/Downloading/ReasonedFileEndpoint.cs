using System.Collections.Frozen;
using System.Security.Claims;
using FirearmsRegistry.Registry.Access.Browsing;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Web.Shared.Downloading;

/// <summary>
/// <c>POST /files/{operation}</c>: what a read of the API answers, saved as a file, where the read asks for a reason. The reason names a case,
/// so it stands in the form and in no address; the operation's own policy decides.
/// </summary>
internal static class ReasonedFileEndpoint
{
    private const string Path = "/files";

    private static readonly FrozenSet<string> Operations = FrozenSet.Create(StringComparer.Ordinal, "previewTraceReport", "getTraceReport", "getOutboxFile", "getTraceForm");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path + "/{operation}", AnswerAsync)
        .RequireAuthorization(PagePolicies.SignedIn).ExcludeFromDescription().Add(PageEndpoint.Mark);

    /// <summary>Where the form is sent.</summary>
    public static string Of(string operation) => $"{Path}/{operation}";

    private static async Task<IResult> AnswerAsync(
        string operation, [FromForm] IFormCollection form, HttpContext http, EndpointCalls calls, PagePersons persons, CancellationToken token)
    {
        if (!Operations.Contains(operation))
            return Results.NotFound();
        var values = form.Where(value => value.Key is not (GivenQueryReason.Header or FailedFile.Back or "__RequestVerificationToken"))
            .ToDictionary(value => value.Key, value => (string?)value.Value.ToString());
        var headers = new Dictionary<string, string>();
        if (form[GivenQueryReason.Header] is [{ Length: > 0 } reason])
            headers[GivenQueryReason.Header] = reason;
        var answer = await calls.RunAsync(await CallAsync(operation, values, headers, http.User, persons, token), token);
        if (!answer.IsSuccess && FailedFile.AddressFor(http.Request, answer, form[FailedFile.Back]) is { } failed)
            return Results.LocalRedirect(failed);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return answer.IsSuccess
            ? Results.File(answer.Body, answer.ContentType, NameOf(operation, values, answer.ContentType))
            : Results.Text(answer.Body, answer.ContentType, answer.Status);
    }

    private static async Task<EndpointCall> CallAsync(string operation, Dictionary<string, string?> values, Dictionary<string, string> headers,
        ClaimsPrincipal person, PagePersons persons, CancellationToken token) => new(
            operation, HttpMethods.Get, await persons.ActingAsync(person, token), new RouteValueDictionary(values), values, headers);

    /// <summary>The record's id, and which form it is: that says nothing of a person.</summary>
    private static string NameOf(string operation, Dictionary<string, string?> values, string? contentType) =>
        (values.GetValueOrDefault("reportId") ?? values.GetValueOrDefault("id") ?? operation)
        + (values.GetValueOrDefault("form") is { } form ? $"-{form}" : "")
        + contentType?.Split(';')[0] switch
        {
            "text/html" => ".html",
            "application/pdf" => ".pdf",
            "application/jose" => ".jose",
            "text/csv" => ".csv",
            "text/plain" => ".txt",
            _ => "",
        };
}

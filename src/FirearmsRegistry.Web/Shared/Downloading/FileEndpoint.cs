using System.Collections.Frozen;
using FirearmsRegistry.Registry.Access.Browsing;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FirearmsRegistry.Web.Shared.Downloading;

/// <summary>
/// <c>GET /files/{operation}</c>: what an operation of the API answers, as a file for whoever is signed in to the pages; a browser sends
/// their cookie and no token. Only what the areas name can be asked for so, and the operation's own policy decides.
/// </summary>
internal static class FileEndpoint
{
    private const string Path = "/files";

    /// <summary>The record in the operation's address.</summary>
    private const string Id = "id";

    /// <summary>The name under which the browser keeps the file; without one it shows it.</summary>
    private const string Name = "keptAs";

    /// <summary>What a file may do that a browser shows: look as it is, and nothing else.</summary>
    private const string ContentSecurity = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenSet<string> Operations = PagesModules.Files.ToFrozenSet(StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{operation}", AnswerAsync)
        .RequireAuthorization(PagePolicies.SignedIn).ExcludeFromDescription().Add(PageEndpoint.Mark);

    /// <summary>The address of a file.</summary>
    /// <param name="operation">The operationId.</param>
    /// <param name="values">The values in the operation's address and behind it; those without text are left out.</param>
    public static string Of(string operation, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new List<KeyValuePair<string, string?>>();
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(KeyValuePair.Create(name, (string?)value));
        }

        return $"{Path}/{operation}{QueryString.Create(query)}";
    }

    /// <summary>The address of a file with the name under which it is kept, and the page to which a refusal leads back.</summary>
    public static string Kept(string address, string? name, string back) => QueryHelpers.AddQueryString(address,
        new Dictionary<string, string?> { [Name] = name, [FailedFile.Back] = back }.Where(value => value.Value is not null));

    private static async Task AnswerAsync(string operation, HttpContext http, EndpointCalls calls, PagePersons persons)
    {
        if (!Operations.Contains(operation))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var person = await persons.ActingAsync(http.User, http.RequestAborted);
        var query = http.Request.Query.Where(value => value.Key is not (Id or Name or FailedFile.Back)).ToDictionary(value => value.Key, value => (string?)value.Value.ToString());
        var route = new RouteValueDictionary();
        if (http.Request.Query[Id] is [{ } id])
            route[Id] = id;
        var answer = await calls.RunAsync(new EndpointCall(operation, HttpMethods.Get, person, route, query, new Dictionary<string, string>()), http.RequestAborted);
        if (!answer.IsSuccess && FailedFile.AddressFor(http.Request, answer, http.Request.Query[FailedFile.Back]) is { } failed)
        {
            http.Response.Redirect(failed);
            return;
        }

        var headers = http.Response.Headers;
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        if (answer.IsSuccess && DispositionOf(http.Request.Query[Name], answer) is { } disposition)
            headers[HeaderNames.ContentDisposition] = disposition;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private static string? DispositionOf(string? name, RawAnswer answer)
    {
        if (string.IsNullOrEmpty(name))
            return answer.Disposition;
        var kept = new ContentDispositionHeaderValue("attachment");
        kept.SetHttpFileName(name);
        return kept.ToString();
    }
}

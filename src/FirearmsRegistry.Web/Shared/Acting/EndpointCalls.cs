using System.Collections.Frozen;
using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.Web.Shared.Acting;

/// <summary>
/// Runs the endpoints of the API in this process (docs/decisions/0023): the same reading of bodies, rules, idempotency keys, versions and
/// access log, without a connection, a token or a second set of handlers. Each call has services of its own, as a request has.
/// </summary>
internal sealed class EndpointCalls
{
    private readonly IServiceScopeFactory _scopes;
    private readonly LinkGenerator _links;
    private readonly ILogger<EndpointCalls> _log;
    private readonly Lazy<FrozenDictionary<string, RouteEndpoint>> _operations;

    public EndpointCalls(EndpointDataSource endpoints, IServiceScopeFactory scopes, LinkGenerator links, ILogger<EndpointCalls> log)
    {
        (_scopes, _links, _log) = (scopes, links, log);
        _operations = new Lazy<FrozenDictionary<string, RouteEndpoint>>(() => endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null)
            .ToFrozenDictionary(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName, StringComparer.Ordinal));
    }

    /// <summary>Runs an operation and gives its whole answer.</summary>
    public async Task<RawAnswer> RunAsync(EndpointCall call, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(call);
        var endpoint = Find(call.Operation);
        await using var scope = _scopes.CreateAsyncScope();
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = token };
        http.SetEndpoint(endpoint);
        Fill(http.Request, call);
        http.Response.Body = answer;
        if (call.Person is { } person)
            http.User = person;
        try
        {
            if (await RefusalAsync(scope.ServiceProvider, http, endpoint) is { } status)
                return RawAnswer.Of(ProblemDocuments.ForStatus(status, http));
            await endpoint.RequestDelegate!(http);
            await http.Response.BodyWriter.FlushAsync(token);
            return new RawAnswer(http.Response.StatusCode, http.Response.ContentType, http.Response.Headers.Location, http.Response.Headers.ETag, answer.ToArray(),
                http.Response.Headers.ContentDisposition);
        }
        catch (Exception fault) when (!token.IsCancellationRequested)
        {
            if (!FaultProblems.IsExpected(fault))
                _log.LogError(fault, "Operation {Operation} failed in a page.", call.Operation);
            return RawAnswer.Of(FaultProblems.Of(fault, http));
        }
    }

    /// <summary>What an operation takes as its JSON body; null where it takes none.</summary>
    public Type? BodyOf(string operation) => Find(operation).Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    private RouteEndpoint Find(string operation) => _operations.Value.GetValueOrDefault(operation)
        ?? throw new ArgumentException($"There is no operation {operation}.", nameof(operation));

    private void Fill(HttpRequest request, EndpointCall call)
    {
        var path = _links.GetPathByName(call.Operation, call.Route)
            ?? throw new ArgumentException($"The address of {call.Operation} lacks a value.", nameof(call));
        request.Method = call.Method;
        request.Path = path;
        // As routing leaves them: an address holds text, and each endpoint reads it for itself.
        request.RouteValues = new RouteValueDictionary(call.Route.Select(value =>
            KeyValuePair.Create(value.Key, (object?)Convert.ToString(value.Value, CultureInfo.InvariantCulture))));
        request.QueryString = QueryString.Create(call.Query);
        foreach (var (name, value) in call.Headers)
            request.Headers[name] = value;
        if (call.Body is not { } body)
            return;
        request.ContentType = call.ContentType;
        request.ContentLength = body.Length;
        request.Body = new MemoryStream(body, writable: false);
    }

    /// <summary>The status of whom the operation's policy turns away; the same policy that authorisation asks over HTTP.</summary>
    private static async Task<int?> RefusalAsync(IServiceProvider services, HttpContext http, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return null;
        if (http.User.Identity is not { IsAuthenticated: true })
            return StatusCodes.Status401Unauthorized;
        var policy = endpoint.Metadata.GetMetadata<AccessPolicy>()
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} has no policy: pages cannot call it.");
        var outcome = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, http, policy.Name);
        return outcome.Succeeded ? null : StatusCodes.Status403Forbidden;
    }
}

/// <summary>One call of an operation.</summary>
/// <param name="Operation">Its operationId.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Person">Who acts; null for operations that are open to everybody.</param>
/// <param name="Route">The values in its address.</param>
/// <param name="Query">The values behind its address.</param>
/// <param name="Headers">Query reason, idempotency key, version.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">What the body is.</param>
internal sealed record EndpointCall(
    string Operation,
    string Method,
    System.Security.Claims.ClaimsPrincipal? Person,
    IReadOnlyDictionary<string, object?> Route,
    IReadOnlyDictionary<string, string?> Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[]? Body = null,
    string? ContentType = null);

/// <summary>What an operation answered.</summary>
internal sealed record RawAnswer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body, string? Disposition = null)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public static RawAnswer Of(ProblemDetails problem) => new(problem.Status!.Value, ProblemDocuments.MediaType, null, null,
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(problem, Registry.Shared.RegistryJson.Options));
}

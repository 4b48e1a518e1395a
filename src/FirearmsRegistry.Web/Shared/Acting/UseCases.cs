using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.QueryReasons;

namespace FirearmsRegistry.Web.Shared.Acting;

/// <summary>The one way in which a page reads and writes: the API's operations by their operationId, as the person who is signed in.</summary>
internal sealed class UseCases(EndpointCalls calls, SignedIn signedIn)
{
    private const string Json = "application/json";

    /// <summary>Reads.</summary>
    /// <param name="operation">The operationId.</param>
    /// <param name="route">The values in its address.</param>
    /// <param name="query">The values behind it; null ones are left out.</param>
    /// <param name="reason">Why, where the operation asks.</param>
    /// <param name="token">Cancels, as when the page is left.</param>
    public Task<Answer<T>> ReadAsync<T>(
        string operation, object? route = null, IReadOnlyDictionary<string, string?>? query = null, QueryReason? reason = null,
        CancellationToken token = default)
        where T : class => RunAsync<T>(operation, "GET", route, query, Headers(reason), null, token);

    /// <summary>Searches: what is looked for stands in the body.</summary>
    public Task<Answer<T>> SearchAsync<T>(
        string operation, JsonNode body, QueryReason? reason, IReadOnlyDictionary<string, string?>? query = null, object? route = null,
        CancellationToken token = default)
        where T : class => RunAsync<T>(operation, "POST", route, query, Headers(reason), body, token);

    /// <summary>Writes.</summary>
    /// <param name="operation">The operationId.</param>
    /// <param name="route">The values in its address.</param>
    /// <param name="body">The body as the API takes it.</param>
    /// <param name="key">The idempotency key, the same for every attempt at the same act.</param>
    /// <param name="version">The version of the record that the page showed; null for what brings a new record into being.</param>
    /// <param name="reason">Why, where the operation asks.</param>
    /// <param name="token">Cancels.</param>
    public Task<Answer<T>> WriteAsync<T>(
        string operation, object? route, JsonNode body, string key, long? version = null, QueryReason? reason = null, CancellationToken token = default)
        where T : class
    {
        var headers = Headers(reason);
        headers["Idempotency-Key"] = key;
        if (version is { } seen)
            headers["If-Match"] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{seen}\"");
        return RunAsync<T>(operation, "POST", route, null, headers, body, token);
    }

    /// <summary>Sends a file.</summary>
    /// <param name="operation">The operationId.</param>
    /// <param name="file">The file's bytes.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="query">The values behind the address.</param>
    /// <param name="key">The idempotency key; null where nothing is written.</param>
    /// <param name="token">Cancels.</param>
    public Task<Answer<T>> SendFileAsync<T>(
        string operation, byte[] file, string mediaType, IReadOnlyDictionary<string, string?>? query, string? key, CancellationToken token = default)
        where T : class => RunAsync<T>(operation, "POST", null, query,
            key is null ? [] : new Dictionary<string, string> { ["Idempotency-Key"] = key }, file, mediaType, token);

    private Task<Answer<T>> RunAsync<T>(
        string operation, string method, object? route, IReadOnlyDictionary<string, string?>? query, Dictionary<string, string> headers,
        JsonNode? body, CancellationToken token)
        where T : class => RunAsync<T>(operation, method, route, query, headers, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), Json, token);

    private async Task<Answer<T>> RunAsync<T>(
        string operation, string method, object? route, IReadOnlyDictionary<string, string?>? query, Dictionary<string, string> headers,
        byte[]? body, string mediaType, CancellationToken token)
        where T : class
    {
        var call = new EndpointCall(operation, method, await signedIn.ActingAsync(token), new Microsoft.AspNetCore.Routing.RouteValueDictionary(route),
            query?.Where(pair => pair.Value is not null).ToDictionary() ?? [], headers, body, mediaType);
        // Off the circuit's own thread of work: a page that waits must not hold up what is typed meanwhile.
        return Answer<T>.Of(await Task.Run(() => calls.RunAsync(call, token), token));
    }

    private static Dictionary<string, string> Headers(QueryReason? reason) => reason is null
        ? []
        : new Dictionary<string, string> { [GivenQueryReason.Header] = $"{Codes.Of(reason.Code)}; case=\"{reason.CaseReference}\"" };
}

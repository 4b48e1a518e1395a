using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>Speaks the API as a caller does: JSON, idempotency keys, versions, query reasons.</summary>
public sealed class RegistryClient(HttpClient http)
{
    public const string Reason = "criminal_investigation; case=\"CASE-1\"";

    public HttpClient Http { get; } = http;

    /// <summary>A write with a new idempotency key unless one is given.</summary>
    public Task<ApiAnswer> PostAsync(string path, object? body, long? ifMatch = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, request =>
        {
            request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
            if (ifMatch is { } version)
                request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        });

    /// <summary>A search, with a query reason.</summary>
    public Task<ApiAnswer> SearchAsync(string path, object body, string? reason = Reason) =>
        SendAsync(HttpMethod.Post, path, body, request => AddReason(request, reason));

    /// <summary>A read; with a query reason where the resource needs one.</summary>
    public Task<ApiAnswer> GetAsync(string path, string? reason = null) =>
        SendAsync(HttpMethod.Get, path, null, request => AddReason(request, reason));

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body, Action<HttpRequestMessage> adjust)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body, body.GetType(), RegistryJson.Options);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        adjust(request);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.Location?.ToString(),
            response.Headers.ETag?.Tag, response.Content.Headers.ContentType?.MediaType);
    }

    private static void AddReason(HttpRequestMessage request, string? reason)
    {
        if (reason is not null)
            request.Headers.Add("Query-Reason", reason);
    }
}

/// <summary>What came back.</summary>
public sealed record ApiAnswer(int Status, JsonNode? Body, string? Location, string? ETag, string? MediaType)
{
    /// <summary>The version in the ETag.</summary>
    public long Version => long.Parse(ETag!.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The tail of the problem's type.</summary>
    public string? Problem => Body?["type"]?.GetValue<string>().Replace("urn:firearms-registry:problem:", "", StringComparison.Ordinal);

    /// <summary>The id in the body.</summary>
    public Guid Id => Body!["id"]!.GetValue<Guid>();

    /// <summary>The answer itself where it has the status; else a failure that shows the body.</summary>
    public ApiAnswer Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Body?.ToJsonString()}");
        return this;
    }
}

using System.Net.Http.Headers;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FirearmsRegistry.EndToEnd.Tests.BadInput;

/// <summary>
/// Makes requests that are wrong somewhere. Half of them are wrong in their form; the other half have a form that is right, name real
/// records at their current version, and are wrong at the most in what they say, so that the decisions behind the routes are reached.
/// </summary>
internal sealed class MalformedRequests(RegistryHost host, SeededRecords seeded, Random random)
{
    private readonly SpoiledBodies _bodies = new(seeded, random);

    public async Task<HttpRequestMessage> MakeAsync(RouteEndpoint endpoint)
    {
        var wellFormed = random.Next(2) == 0;
        var path = Path(endpoint, real: wellFormed || random.Next(2) == 0);
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        var request = new HttpRequestMessage(new HttpMethod(method), path + Query(wellFormed));
        if (wellFormed || random.Next(10) > 0)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (await VersionAsync(endpoint, path, wellFormed) is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        request.Headers.TryAddWithoutValidation("Query-Reason", wellFormed
            ? RegistryClient.Reason
            : Pick("trace; case=\"C\"", "trace", "nonsense; case=\"1\"", ";;;", new string('x', 500), "trace; case=\"\""));
        if (method == "POST")
        {
            request.Content = new ByteArrayContent(_bodies.Make(endpoint, wellFormed));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
                wellFormed ? "application/json" : Pick("application/json", "application/json", "application/json", "text/plain"));
        }

        return request;
    }

    private string Path(RouteEndpoint endpoint, bool real)
    {
        var segments = endpoint.RoutePattern.RawText!.Trim('/').Split('/');
        var records = seeded.Of(segments.ElementAtOrDefault(2) ?? "");
        var record = records.Count == 0 ? null : records[random.Next(records.Count)];
        return Routes.Path(endpoint, parameter => Uri.EscapeDataString(
            real && record is not null && Value(record, segments, parameter) is { } value && random.Next(12) > 0 ? value : Wrong(parameter)));
    }

    private static string? Value(Dictionary<string, string> record, string[] segments, RoutePatternParameterPart parameter)
    {
        var before = segments[Math.Max(0, Array.FindIndex(segments, segment => segment.StartsWith($"{{{parameter.Name}", StringComparison.Ordinal)) - 1)];
        return record.GetValueOrDefault(parameter.Name == "partId" ? before : parameter.Name);
    }

    private string Wrong(RoutePatternParameterPart parameter) => Pick(
        Routes.Fitting(parameter), seeded.Party, seeded.Firearm, seeded.Item, Guid.Empty.ToString(), "GH26A0000001TG", "99999999999999999999", "x",
        "%00", "'; drop", "..");

    /// <summary>Mostly the record's own version, as its GET tells it.</summary>
    private async Task<string?> VersionAsync(RouteEndpoint endpoint, string path, bool wellFormed)
    {
        if (endpoint.Metadata.GetMetadata<WriteOperation>() is not { ChangesResource: true })
            return null;
        if (!wellFormed || random.Next(8) == 0)
            return Pick("\"1\"", "\"0\"", "1", "*", "\"99999999999999999999\"", "\"-1\"", "W/\"1\"", null);
        var reader = path.Contains("/users/", StringComparison.Ordinal) || path.Contains("/partners/", StringComparison.Ordinal) ? Role.Administrator
            : path.Contains("/imported-counts/", StringComparison.Ordinal) ? Role.Statistician : Role.Registrar;
        var client = host.ClientAs(reader);
        for (var resource = path; resource.Count(letter => letter == '/') > 3; resource = resource[..resource.LastIndexOf('/')])
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, resource);
            question.Headers.Add("Query-Reason", RegistryClient.Reason);
            using var answer = await client.Http.SendAsync(question, TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode && answer.Headers.ETag is { } tag)
                return tag.Tag;
        }

        return "\"1\"";
    }

    private string Query(bool wellFormed) => wellFormed || random.Next(3) > 0
        ? ""
        : "?" + Pick("limit=0", "limit=201", "limit=x", "after=%%%", "after=AAAA", "asKnownAt=yesterday", "asKnownAt=9999-12-31T23:59:59Z",
            "asKnownAt=0001-01-01T00:00:00Z", "year=0", "year=99999999999", "intake=stolen", "variant=best", "x=%00", "recordId=x", "from=never");

    private string Pick(params string?[] values) => values[random.Next(values.Length)]!;
}

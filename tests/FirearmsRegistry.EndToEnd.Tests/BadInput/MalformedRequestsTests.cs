using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.BadInput;

/// <summary>Generated malformed requests over all routes; the seed is fixed, so that a failure can be looked at again.</summary>
public sealed class MalformedRequestsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const int Requests = 2000;

    private readonly Random _random = new(1642);

    [Fact]
    public async Task Two_thousand_malformed_requests_give_not_one_server_error()
    {
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is not null).ToList();
        var errors = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < Requests; i++)
        {
            var endpoint = endpoints[i % endpoints.Count];
            using var request = Make(endpoint);
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var role = endpoint.Metadata.GetMetadata<AccessPolicy>()!.Roles[0];
            using var response = await host.ClientAs(role).Http.SendAsync(request, TestContext.Current.CancellationToken);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (status >= 500)
                errors.Add($"{status} {request.Method} {request.RequestUri} {body[..Math.Min(body.Length, 300)]}");
            else if (status >= 400)
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(10)));
    }

    private HttpRequestMessage Make(RouteEndpoint endpoint)
    {
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        var request = new HttpRequestMessage(new HttpMethod(method), Path(endpoint) + Query());
        if (_random.Next(10) > 0)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.TryAddWithoutValidation("If-Match", Pick("\"1\"", "\"0\"", "1", "*", "\"99999999999999999999\"", "\"-1\"", "W/\"1\""));
        request.Headers.TryAddWithoutValidation("Query-Reason",
            Pick("trace; case=\"C\"", "trace", "nonsense; case=\"1\"", ";;;", new string('x', 500), "trace; case=\"\""));
        if (method == "POST")
        {
            request.Content = new ByteArrayContent(Body(endpoint));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Pick("application/json", "application/json", "application/json", "text/plain"));
        }

        return request;
    }

    private string Path(RouteEndpoint endpoint) => Routes.Path(endpoint, parameter => Uri.EscapeDataString(
        Pick(Routes.Fitting(parameter), Guid.Empty.ToString(), "GH26A0000001TG", "99999999999999999999", "x", "%00", "'; drop", "..")));

    private string Query() => _random.Next(3) > 0
        ? ""
        : "?" + Pick("limit=0", "limit=201", "limit=x", "after=%%%", "after=AAAA", "asKnownAt=yesterday", "asKnownAt=9999-12-31T23:59:59Z", "year=0",
            "year=99999999999", "intake=stolen", "variant=best", "x=%00");

    private byte[] Body(RouteEndpoint endpoint)
    {
        var example = endpoint.Metadata.GetMetadata<OperationExample>()?.Body;
        var node = example is null ? new JsonObject() : JsonSerializer.SerializeToNode(example, example.GetType(), RegistryJson.Options)!;
        for (var i = _random.Next(1, 4); i > 0; i--)
            Spoil(node);
        var text = node.ToJsonString(RegistryJson.Options);
        return _random.Next(8) switch
        {
            0 => Encoding.UTF8.GetBytes(text[.._random.Next(text.Length)]),
            1 => [.. Encoding.UTF8.GetBytes(text), 0xFF, 0x00],
            2 => Encoding.UTF8.GetBytes(new string('[', 200) + text),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private void Spoil(JsonNode node)
    {
        if (node is not JsonObject { Count: > 0 } holder)
            return;
        var name = holder.ElementAt(_random.Next(holder.Count)).Key;
        if (holder[name] is JsonObject inner && _random.Next(3) > 0)
        {
            Spoil(inner);
            return;
        }

        switch (_random.Next(5))
        {
            case 0:
                holder.Remove(name);
                break;
            case 1:
                holder["surprise" + _random.Next(9).ToString(CultureInfo.InvariantCulture)] = 1;
                break;
            default:
                holder[name] = Wrong();
                break;
        }
    }

    private JsonNode? Wrong() => _random.Next(14) switch
    {
        0 => null,
        1 => JsonValue.Create(-1),
        2 => JsonValue.Create(decimal.MaxValue),
        3 => JsonValue.Create(true),
        4 => JsonValue.Create("\0"),
        5 => JsonValue.Create(new string('A', 5000)),
        6 => JsonValue.Create("\u202Eabc\u0301\u0301"),
        7 => new JsonArray(1, "x", null),
        8 => new JsonObject { ["is"] = "known" },
        9 => JsonValue.Create("0000-00-00"),
        10 => JsonValue.Create("2020-13-45"),
        11 => JsonValue.Create(Guid.Empty.ToString()),
        12 => JsonValue.Create(1e300),
        _ => JsonValue.Create("Manufactured"),
    };

    private string Pick(params string[] values) => values[_random.Next(values.Length)];
}

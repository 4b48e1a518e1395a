using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>Walks every endpoint with every role and none.</summary>
public sealed class EveryEndpointTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Every_endpoint_answers_exactly_the_roles_of_its_policy()
    {
        var roles = Enum.GetValues<Role>().Where(role => role is not (Role.Station or Role.PeerRegistry)).ToList();
        var wrong = new List<string>();
        var walked = 0;
        foreach (var (endpoint, policy, method) in Guarded())
        {
            var path = Routes.Path(endpoint, Routes.Fitting);
            if (await StatusAsync(host.Anonymous(), method, path) != HttpStatusCode.Unauthorized)
                wrong.Add($"{method} {path}: anonymous was not refused with 401");
            foreach (var role in roles)
            {
                walked++;
                var status = await StatusAsync(host.ClientAs(role).Http, method, path);
                var refused = status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
                if (refused == policy.Roles.Contains(role) || (refused && status != HttpStatusCode.Forbidden))
                    wrong.Add($"{method} {path}: {role} got {(int)status}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{walked} calls, {Guarded().Count()} operations");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(walked > 0);
    }

    [Fact]
    public void Every_endpoint_names_its_policy_or_is_one_of_the_few_open_ones()
    {
        var open = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !OpenRoutes.Any(allowed => route.StartsWith(allowed, StringComparison.Ordinal)))
            .ToList();

        Assert.True(open.Count == 0, "Without a policy: " + string.Join(", ", open));
        Assert.All(Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is not null),
            endpoint => Assert.Contains(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(),
                data => data.Policy == endpoint.Metadata.GetMetadata<AccessPolicy>()!.Name));
    }

    /// <summary>The protocol endpoints and sign-in pages of the issuer, health, and the API's description.</summary>
    private static readonly string[] OpenRoutes = ["/connect/", "/account/", "/.well-known/", "/health/", "/swagger/"];

    private IEnumerable<(RouteEndpoint Endpoint, AccessPolicy Policy, HttpMethod Method)> Guarded() =>
        from endpoint in Endpoints()
        let policy = endpoint.Metadata.GetMetadata<AccessPolicy>()
        where policy is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method is "GET" or "POST"
        select (endpoint, policy, new HttpMethod(method));

    private IEnumerable<RouteEndpoint> Endpoints() =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        if (method == HttpMethod.Post)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>A host with the client programs of a station and of another State's registry.</summary>
public sealed class WalkedHost(TestDatabases databases) : RegistryHost(databases)
{
    private const string Secret = "a-secret-of-the-test";

    /// <summary>A token of a program by client credentials: nobody stands behind it.</summary>
    public async Task<string> ProgramTokenAsync(string client)
    {
        using var response = await Anonymous().PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = Secret,
            ["scope"] = "registry",
        }), TestContext.Current.CancellationToken);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return json.GetProperty("access_token").GetString()!;
    }

    protected override void Configure(IWebHostBuilder web)
    {
        // The programs are taken over with the schema.
        web.UseSetting("Registry:SchemaAtStart", "apply");
        foreach (var role in new[] { "station", "peer_registry" })
        {
            web.UseSetting($"Authentication:Clients:{role}-7:Secret", Secret);
            web.UseSetting($"Authentication:Clients:{role}-7:Grants:0", "client_credentials");
            web.UseSetting($"Authentication:Clients:{role}-7:Roles:0", role);
        }
    }
}

/// <summary>Walks every endpoint with every role, as a person and as a program, with a token without a role, and with none.</summary>
public sealed class EveryEndpointTests(WalkedHost host) : IClassFixture<WalkedHost>
{
    [Fact]
    public async Task Every_endpoint_answers_exactly_the_roles_of_its_policy_and_a_refusal_writes_nothing()
    {
        var callers = await CallersAsync();
        var wrong = new List<string>();
        var walked = 0;
        foreach (var (endpoint, policy, method) in Guarded())
        {
            var path = Routes.Path(endpoint, Routes.Fitting);
            var before = await WrittenAsync();
            foreach (var caller in callers.Where(caller => !caller.May(policy)))
            {
                walked++;
                var status = await StatusAsync(caller.Client, method, path);
                if (status != (caller.Name == "nobody" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden))
                    wrong.Add($"{method} {path}: {caller.Name} got {(int)status}");
            }

            if (await WrittenAsync() != before)
                wrong.Add($"{method} {path}: a refused call wrote something");
            foreach (var caller in callers.Where(caller => caller.May(policy)))
            {
                walked++;
                if (await StatusAsync(caller.Client, method, path) is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    wrong.Add($"{method} {path}: {caller.Name} was refused");
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
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is null && endpoint.Metadata.GetMetadata<PageEndpoint>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !OpenRoutes.Any(allowed => route.StartsWith(allowed, StringComparison.Ordinal)))
            .ToList();

        Assert.True(open.Count == 0, "Without a policy: " + string.Join(", ", open));
        Assert.All(Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is not null),
            endpoint => Assert.Contains(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(),
                data => data.Policy == endpoint.Metadata.GetMetadata<AccessPolicy>()!.Name));
    }

    /// <summary>
    /// The protocol endpoints and sign-in pages of the issuer, health, the API's description, the verification of papers, published figures, and
    /// what other registries send: there the signature counts. The pages have policies of their own (<see cref="Pages.EveryPageTests"/>).
    /// </summary>
    private static readonly string[] OpenRoutes = ["/connect/", "/account/", "/.well-known/", "/health/", "/swagger/", "/verify-certificate/", "/verify-report/",
        "/api/v1/exchange/documents", "/api/v1/exchange/keys", "/api/v1/exchange/mark-questions", "/api/v1/public/figures"];

    private IEnumerable<(RouteEndpoint Endpoint, AccessPolicy Policy, HttpMethod Method)> Guarded() =>
        from endpoint in Endpoints()
        let policy = endpoint.Metadata.GetMetadata<AccessPolicy>()
        where policy is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method is "GET" or "POST"
        select (endpoint, policy, new HttpMethod(method));

    private IEnumerable<RouteEndpoint> Endpoints() =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private async Task<List<Caller>> CallersAsync()
    {
        var callers = new List<Caller> { new("nobody", null, true, host.Anonymous()), Signed("no role", null, await host.TokenAsync("none", TimeSpan.FromHours(1))) };
        foreach (var role in Enum.GetValues<Role>())
            callers.Add(Signed($"a person as {role}", role, await host.TokenAsync(role, TimeSpan.FromHours(1))));
        callers.Add(Signed("a station", Role.Station, await host.ProgramTokenAsync("station-7"), human: false));
        callers.Add(Signed("another registry", Role.PeerRegistry, await host.ProgramTokenAsync("peer_registry-7"), human: false));
        return callers;
    }

    private Caller Signed(string name, Role? role, string token, bool human = true)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Caller(name, role, human, client);
    }

    /// <summary>Whatever a write leaves behind: events, kept keys, look-ups in the access log, links.</summary>
    private Task<long> WrittenAsync() => host.ScalarAsync<long>(
        """
        select (select count(*) from registry.mt_events where type <> 'tombstone') + (select count(*) from registry.idempotency_record)
             + (select count(*) from registry.access_log) + (select count(*) from identity.sign_in_links)
        """);

    private sealed record Caller(string Name, Role? Role, bool IsHuman, HttpClient Client)
    {
        public bool May(AccessPolicy policy) => Role is { } role && policy.Roles.Contains(role) && (IsHuman || !policy.RecordsFacts);
    }

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

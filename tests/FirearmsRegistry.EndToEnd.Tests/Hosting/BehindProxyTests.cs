using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>A server as it stands behind a proxy that speaks TLS to the world; this machine plays the proxy.</summary>
public class ProxiedHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override bool OnPort => true;

    protected override void Configure(IWebHostBuilder web)
    {
        web.UseSetting("Authentication:Issuer", "https://registry.example/");
        web.UseSetting("Authentication:TokenRequestsPerMinute", "3");
    }
}

/// <summary>The same, told to believe its proxy.</summary>
public sealed class TrustingHost(TestDatabases databases) : ProxiedHost(databases)
{
    protected override void Configure(IWebHostBuilder web)
    {
        base.Configure(web);
        web.UseSetting("Registry:TrustedProxies:0", "127.0.0.0/8");
    }
}

public sealed class BehindTrustedProxyTests(TrustingHost host) : IClassFixture<TrustingHost>
{
    [Fact]
    public async Task The_issuer_and_its_addresses_are_those_that_the_world_sees()
    {
        var (status, found) = await Proxied.DiscoverAsync(host, "198.51.100.7");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("https://registry.example/", found.GetProperty("issuer").GetString());
        Assert.Equal("https://registry.example/connect/token", found.GetProperty("token_endpoint").GetString());
    }

    [Fact]
    public async Task A_host_that_is_not_the_issuer_s_is_not_taken_over()
    {
        var (_, found) = await Proxied.DiscoverAsync(host, "198.51.100.8", "elsewhere.example");

        Assert.DoesNotContain("elsewhere", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_counts_each_caller_for_himself()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await Proxied.AskTokenAsync(host, "203.0.113.1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await Proxied.AskTokenAsync(host, "203.0.113.1"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await Proxied.AskTokenAsync(host, "203.0.113.2"));
    }

    [Fact]
    public async Task A_caller_cannot_put_another_address_before_his_own()
    {
        foreach (var attempt in Enumerable.Range(1, 3))
            await Proxied.AskTokenAsync(host, $"192.0.2.{attempt}, 203.0.113.9");

        Assert.Equal(HttpStatusCode.TooManyRequests, await Proxied.AskTokenAsync(host, "192.0.2.4, 203.0.113.9"));
    }
}

public sealed class BehindUnknownProxyTests(ProxiedHost host) : IClassFixture<ProxiedHost>
{
    [Fact]
    public async Task Nobody_chooses_his_own_address()
    {
        foreach (var attempt in Enumerable.Range(1, 3))
            await Proxied.AskTokenAsync(host, $"203.0.113.{attempt}");

        Assert.Equal(HttpStatusCode.TooManyRequests, await Proxied.AskTokenAsync(host, "203.0.113.4"));
    }

    [Fact]
    public async Task Nobody_makes_a_plain_request_one_by_tls()
    {
        var (status, _) = await Proxied.DiscoverAsync(host, "198.51.100.7");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }
}

/// <summary>Requests as a proxy passes them on.</summary>
internal static class Proxied
{
    public static async Task<(HttpStatusCode Status, JsonElement Found)> DiscoverAsync(
        RegistryHost host, string caller, string name = "registry.example")
    {
        using var response = await SendAsync(host, new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration"), caller, name);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    public static async Task<HttpStatusCode> AskTokenAsync(RegistryHost host, string callers)
    {
        using var response = await SendAsync(
            host, new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent([]) }, callers, "registry.example");
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(RegistryHost host, HttpRequestMessage request, string callers, string name)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        request.Headers.Add("X-Forwarded-For", callers);
        request.Headers.Add("X-Forwarded-Proto", string.Join(", ", callers.Split(',').Select(_ => "https")));
        request.Headers.Add("X-Forwarded-Host", string.Join(", ", callers.Split(',').Select(_ => name)));
        using (request)
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

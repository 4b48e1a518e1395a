using System.Net.Http.Headers;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Benchmarks.Hosting;

/// <summary>The whole server in this process, on a loopback port of its own. Jobs are not worked on, so that none disturbs a measurement.</summary>
internal sealed class RegistryServer : WebApplicationFactory<Program>
{
    private readonly string _connectionString;

    private RegistryServer(string connectionString)
    {
        _connectionString = connectionString;
        UseKestrel();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static RegistryServer Start(PrivateDatabase database)
    {
        var server = new RegistryServer(database.ConnectionString);
        server.StartServer();
        return server;
    }

    /// <summary>An access token of a person with a role.</summary>
    public async Task<string> TokenAsync(string role, CancellationToken token)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDemoTokens>().ForRoleAsync(role, TimeSpan.FromHours(8), token);
    }

    /// <summary>A client program of its own: one connection, kept alive, signed in as a registrar or in another role.</summary>
    public async Task<HttpClient> SignedInClientAsync(CancellationToken token, string role = "registrar")
    {
        var access = await TokenAsync(role, token);
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Benchmark")
        .UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0")
        .UseSetting("ConnectionStrings:Registry", _connectionString)
        .UseSetting("Registry:SchemaAtStart", "apply")
        .UseSetting("Registry:Jobs:Workers", "0")
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
}

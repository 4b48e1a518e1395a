using System.Collections.Concurrent;
using System.Net.Http.Headers;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>
/// The whole server on a database of its own: a class fixture. Tests speak HTTP to it; they reach behind it only to look at what no
/// endpoint shows.
/// </summary>
public class RegistryHost(TestDatabases databases) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Role, string> _tokens = new();
    private WebApplicationFactory<Program>? _factory;

    /// <summary>The server's clock.</summary>
    public AdjustableTime Time { get; } = new();

    /// <summary>The database's connection string.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => _factory!.Services;

    /// <summary>How many job workers run; none unless a fixture says otherwise, so that tests call the jobs themselves.</summary>
    protected virtual int Workers => 0;

    /// <summary>Whether other programs can reach the server: on a free port of loopback instead of in memory only.</summary>
    protected virtual bool OnPort => false;

    /// <summary>The server's address, where it has a port.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await databases.CreateAsync("host");
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseSetting("ConnectionStrings:Registry", ConnectionString);
            web.UseSetting("Registry:Jobs:Workers", Workers.ToString(System.Globalization.CultureInfo.InvariantCulture));
            web.UseSetting("Registry:FirstSignInLink", "false");
            // The pages' files are served as in an installation: compressed, and without the endpoint for files that were changed meanwhile.
            web.UseSetting("ReloadStaticAssetsAtRuntime", "false");
            web.UseSetting("Logging:LogLevel:Default", "Warning");
            web.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
            if (OnPort)
                web.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            Configure(web);
            web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
        });
        if (OnPort)
        {
            _factory.UseKestrel();
            _factory.StartServer();
        }

        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.Station or Role.PeerRegistry)))
            _tokens[role] = await TokenAsync(role, TimeSpan.FromHours(8));
    }

    /// <summary>Further settings of a fixture.</summary>
    protected virtual void Configure(IWebHostBuilder web)
    {
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Anonymous()
    {
        var options = new WebApplicationFactoryClientOptions { AllowAutoRedirect = false };
        if (OnPort)
            options.BaseAddress = Address;
        return _factory!.CreateClient(options);
    }

    /// <summary>A client signed in as a person with this role.</summary>
    public RegistryClient ClientAs(Role role)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[role]);
        return new RegistryClient(client);
    }

    /// <summary>An access token of a person with this role.</summary>
    public Task<string> TokenAsync(Role role, TimeSpan lifetime) => TokenAsync(Codes.Of(role), lifetime);

    /// <summary>The same by the role's code; a code that is no role gives a person who may do nothing.</summary>
    public async Task<string> TokenAsync(string role, TimeSpan lifetime)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDemoTokens>().ForRoleAsync(role, lifetime, CancellationToken.None);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

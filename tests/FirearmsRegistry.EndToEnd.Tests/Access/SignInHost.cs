using FirearmsRegistry.Registry;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using FirearmsRegistry.Registry.Access.SignIn.Keys;
using FirearmsRegistry.Registry.Shared.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>A host with nothing but sign-in and one endpoint that says who calls, over a database of its own.</summary>
public sealed class SignInHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SignInHost(WebApplication app, string connectionString)
    {
        _app = app;
        ConnectionString = connectionString;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public string ConnectionString { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<SignInHost> StartAsync(
        string connectionString, TimeProvider time, CancellationToken cancellation, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString).Build());
        builder.Services.AddRegistry(builder.Configuration);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("signed_in", policy => policy.AddAuthenticationSchemes(AccessSchemes.Api).RequireAuthenticatedUser())
            .AddPolicy("registrar", policy => policy.AddAuthenticationSchemes(AccessSchemes.Api).RequireRole("registrar"));
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RegistrySchema>().ApplyAsync(cancellation);
        }
        app.UseAccess();
        app.MapAccess();
        app.MapRegistry();
        app.MapGet("/who", (HttpContext http) => http.User.Claims.Select(claim => $"{claim.Type}={claim.Value}").ToArray())
            .RequireAuthorization("signed_in");
        app.MapGet("/registrars", () => "in").RequireAuthorization("registrar");
        await app.StartAsync(cancellation);
        return new SignInHost(app, connectionString);
    }

    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }
        return client;
    }

    public async Task<string> TokenAsync(string role, TimeSpan lifetime, CancellationToken cancellation)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDemoTokens>().ForRoleAsync(role, lifetime, cancellation);
    }

    public Task<string?> WriteFirstLinkAsync(string folder, CancellationToken cancellation) =>
        AccessModule.WriteFirstSignInLinkAsync(Services, folder, cancellation);

    public async Task WriteDemoTokensAsync(string path, CancellationToken cancellation)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDemoTokens>().WriteAsync(path, cancellation);
    }

    public Task RotateKeysAsync(CancellationToken cancellation) => Services.GetRequiredService<IssuerKeyRing>().RotateAsync(cancellation);

    public Task ReloadKeysAsync(CancellationToken cancellation) => Services.GetRequiredService<IssuerKeyRing>().ReloadAsync(cancellation);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

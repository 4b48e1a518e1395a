using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>Keeps the client programs in the database equal to the built-in ones and those of the configuration.</summary>
internal sealed class RegisteredClients(IServiceScopeFactory scopes, AccessSettings settings)
{
    /// <summary>The command-line program: a person signs in through the device grant or a local browser.</summary>
    public const string Cli = "registry-cli";

    /// <summary>The program of marking workshops: a person signs in through the device grant.</summary>
    public const string Station = "registry-station";

    /// <summary>The pages.</summary>
    public const string Web = "registry-web";

    /// <summary>The API's own documentation pages.</summary>
    public const string Swagger = "registry-swagger";

    private const string RolesProperty = "roles";

    /// <summary>Where <see cref="Swagger"/> is called back.</summary>
    public static Uri SwaggerRedirect(AccessSettings settings) => new(settings.Issuer, "swagger/oauth2-redirect.html");

    /// <summary>Adds missing clients and brings the others up to date.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        var manager = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('identity.applications', 0))", cancellation);
        foreach (var (clientId, client) in BuiltIn().Concat(settings.Clients))
        {
            var descriptor = Describe(clientId, client);
            if (await manager.FindByClientIdAsync(clientId, cancellation) is { } existing)
            {
                await manager.UpdateAsync(existing, descriptor, cancellation);
            }
            else
            {
                await manager.CreateAsync(descriptor, cancellation);
            }
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The machine roles of a client, from what was stored with it.</summary>
    public static async Task<IReadOnlyCollection<string>> MachineRolesAsync(
        IOpenIddictApplicationManager manager, string clientId, CancellationToken cancellation)
    {
        var application = await manager.FindByClientIdAsync(clientId, cancellation);
        if (application is null)
        {
            return [];
        }
        var properties = await manager.GetPropertiesAsync(application, cancellation);
        return properties.TryGetValue(RolesProperty, out var roles) ? roles.Deserialize<string[]>() ?? [] : [];
    }

    private IEnumerable<KeyValuePair<string, ClientSettings>> BuiltIn() =>
    [
        new(Cli, new ClientSettings
        {
            DisplayName = "Command line",
            Grants = [GrantTypes.DeviceCode, GrantTypes.AuthorizationCode],
            RedirectUris = [new Uri("http://127.0.0.1/signed-in")],
        }),
        new(Station, new ClientSettings { DisplayName = "Marking station", Grants = [GrantTypes.DeviceCode] }),
        new(Web, new ClientSettings
        {
            DisplayName = "Firearms Registry",
            Grants = [GrantTypes.AuthorizationCode],
            RedirectUris = [new Uri(settings.Issuer, "signed-in")],
        }),
        new(Swagger, new ClientSettings
        {
            DisplayName = "API documentation",
            Grants = [GrantTypes.AuthorizationCode],
            RedirectUris = [SwaggerRedirect(settings)],
        }),
    ];

    private static OpenIddictApplicationDescriptor Describe(string clientId, ClientSettings client)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            // Native programs listen on whatever loopback port is free (RFC 8252 section 7.3).
            ApplicationType = clientId == Cli ? ApplicationTypes.Native : ApplicationTypes.Web,
            ClientId = clientId,
            ClientSecret = client.Secret,
            ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = client.DisplayName,
            Properties = { [RolesProperty] = JsonSerializer.SerializeToElement(client.Roles) },
        };
        descriptor.RedirectUris.UnionWith(client.RedirectUris);
        descriptor.Permissions.UnionWith(Permissions(client));
        return descriptor;
    }

    private static IEnumerable<string> Permissions(ClientSettings client)
    {
        yield return OpenIddictConstants.Permissions.Endpoints.Token;
        yield return OpenIddictConstants.Permissions.Endpoints.Revocation;
        yield return OpenIddictConstants.Permissions.Prefixes.Scope + IssuerScopes.Registry;
        if (client.Grants.Contains(GrantTypes.ClientCredentials))
        {
            yield return OpenIddictConstants.Permissions.GrantTypes.ClientCredentials;
        }
        if (client.Grants.Contains(GrantTypes.AuthorizationCode))
        {
            yield return OpenIddictConstants.Permissions.Endpoints.Authorization;
            yield return OpenIddictConstants.Permissions.Endpoints.EndSession;
            yield return OpenIddictConstants.Permissions.GrantTypes.AuthorizationCode;
            yield return OpenIddictConstants.Permissions.ResponseTypes.Code;
        }
        if (client.Grants.Contains(GrantTypes.DeviceCode))
        {
            yield return OpenIddictConstants.Permissions.Endpoints.DeviceAuthorization;
            yield return OpenIddictConstants.Permissions.GrantTypes.DeviceCode;
        }
        if (client.Grants.Contains(GrantTypes.AuthorizationCode) || client.Grants.Contains(GrantTypes.DeviceCode))
        {
            yield return OpenIddictConstants.Permissions.GrantTypes.RefreshToken;
        }
    }
}

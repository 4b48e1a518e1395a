using FirearmsRegistry.Registry.Access.SignIn;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Access.SignIn.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FirearmsRegistry.Registry.Access;

/// <summary>Sign-in, accounts and tokens. The host calls these in the order in which they stand.</summary>
public static class AccessModule
{
    /// <summary>
    /// Registers sign-in and the scheme <see cref="AccessSchemes.Api"/>. Needs one singleton <see cref="NpgsqlDataSource"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">Section <c>Authentication</c> is contradictory; the text says how.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccessSettings.From(configuration);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContext<IdentityContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), IdentityContextFactory.Configure)
            .UseOpenIddict<Guid>());
        services.AddDataProtection().SetApplicationName("FirearmsRegistry");
        services.AddSingleton<IXmlRepository, DatabaseXmlRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
        services.AddSingleton<IdentitySchema>();
        AccountSetup.Add(services, settings);
        EmbeddedIssuer.Add(services, settings);
        services.AddScoped<IRoleDirectory, NoRolesYet>();
        services.AddScoped<IDemoTokens, DemoTokens>();
        return services;
    }

    /// <summary>Creates or updates schema <c>identity</c>, its keys and its client programs. May run on several servers at once.</summary>
    public static async Task MigrateIdentityAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<IdentitySchema>().MigrateAsync(cancellation);
        await services.GetRequiredService<IssuerKeyRing>().EnsureAsync(cancellation);
        await services.GetRequiredService<RegisteredClients>().EnsureAsync(cancellation);
    }

    /// <summary>The SQL that <see cref="MigrateIdentityAsync"/> would run now; empty when the schema is up to date.</summary>
    public static Task<string> PendingIdentitySqlAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IdentitySchema>().PendingSqlAsync(cancellation);

    /// <summary>Maps the issuer's protocol endpoints and the sign-in pages.</summary>
    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/connect/token", TokenEndpoint.HandleAsync).AllowAnonymous();
        return routes;
    }
}

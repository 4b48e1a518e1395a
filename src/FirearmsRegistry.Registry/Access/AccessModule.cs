using FirearmsRegistry.Registry.Access.Browsing;
using FirearmsRegistry.Registry.Access.SignIn;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using FirearmsRegistry.Registry.Access.SignIn.FirstStarting;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Access.SignIn.Keys;
using FirearmsRegistry.Registry.Access.SignIn.Limiting;
using FirearmsRegistry.Registry.Access.SignIn.Links;
using FirearmsRegistry.Registry.Access.SignIn.OutsideIssuing;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace FirearmsRegistry.Registry.Access;

/// <summary>Sign-in, accounts and tokens. The host calls these in the order in which they stand.</summary>
public static class AccessModule
{
    /// <summary>
    /// Registers sign-in and the scheme <see cref="AccessSchemes.Api"/>. Needs one singleton <see cref="NpgsqlDataSource"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">Section <c>Authentication</c> is contradictory; the text says how.</exception>
    /// <exception cref="KeyProtectionException">A certificate of the key ring cannot be read.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccessSettings.From(configuration);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContext<IdentityContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), IdentityContextFactory.Configure)
            .UseOpenIddict<Guid>());
        KeyProtection.Add(services, configuration);
        services.AddSingleton<IdentitySchema>();
        AccountSetup.Add(services, settings);
        services.AddSingleton<AccountStandings>();
        services.AddSingleton<PagePersons>();
        services.AddSingleton<DemoPresence>();
        IssuerLimiter.Add(services, settings);
        if (settings.Authority is not null)
        {
            OutsideIssuer.Add(services, settings);
            return services;
        }
        EmbeddedIssuer.Add(services, settings);
        services.AddScoped<SignInLinks>();
        services.AddScoped<FirstStart>();
        services.AddScoped<DemoPersons>();
        services.AddScoped<IDemoTokens, DemoTokens>();
        services.AddScoped<IDemoPeople, DemoPeople>();
        return services;
    }

    /// <summary>Adds limits, authentication and authorisation to the pipeline, in that order.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Creates or updates schema <c>identity</c>, its keys and its client programs. May run on several servers at once.</summary>
    public static async Task MigrateIdentityAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<IdentitySchema>().MigrateAsync(cancellation);
        await CheckKeysAsync(services, cancellation);
        if (services.GetRequiredService<AccessSettings>().Authority is not null)
        {
            return;
        }
        await services.GetRequiredService<IssuerKeyRing>().EnsureAsync(cancellation);
        await services.GetRequiredService<RegisteredClients>().EnsureAsync(cancellation);
    }

    /// <summary>Looks at the key ring; to be called before the host starts, when the schema is there.</summary>
    /// <exception cref="KeyProtectionException">The ring cannot be read with the certificates that are configured.</exception>
    public static Task CheckKeysAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<KeyRingCheck>().RunAsync(cancellation);

    /// <summary>The SQL that <see cref="MigrateIdentityAsync"/> would run now; empty when the schema is up to date.</summary>
    public static Task<string> PendingIdentitySqlAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IdentitySchema>().PendingSqlAsync(cancellation);

    /// <summary>
    /// Leaves a one-time link for the first administrator in <c>first-sign-in-link.txt</c> of the data directory (mode 0600), while
    /// nobody can sign in. Does nothing with an outside issuer.
    /// </summary>
    /// <returns>The file's path when it was written now, otherwise null.</returns>
    public static async Task<string?> WriteFirstSignInLinkAsync(
        IServiceProvider services, string dataDirectory, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetService<FirstStart>() is { } firstStart
            ? await firstStart.WriteLinkAsync(dataDirectory, cancellation)
            : null;
    }

    /// <summary>Maps the embedded issuer's endpoints and the sign-in pages; nothing with an outside issuer.</summary>
    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<AccessSettings>().Authority is null)
        {
            SignInRoutes.Map(routes);
        }
        return routes;
    }
}

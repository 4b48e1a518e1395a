using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Auditing;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Certificates;
using FirearmsRegistry.Registry.Certificates.Verifying;
using FirearmsRegistry.Registry.Exchange;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Labels;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.Notices;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Modules;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Storage;
using FirearmsRegistry.Registry.Shared.Verifying;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Stations;
using FirearmsRegistry.Registry.Symbols;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Verifying;
using FirearmsRegistry.Registry.Vintages;
using FirearmsRegistry.Registry.Waiting;
using Hangfire;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FirearmsRegistry.Registry;

/// <summary>The registry's areas, for the host: one line per area, nothing else.</summary>
public static class RegistryModules
{
    private static readonly IReadOnlyList<Area> Areas =
    [
        Area.Of<FirearmsModule>(),
        Area.Of<UsersModule>(),
        Area.Of<AccessLogModule>(),
        Area.Of<AuditingModule>(),
        Area.Of<SeizuresModule>(),
        Area.Of<PartiesModule>(),
        Area.Of<NumbersModule>(),
        Area.Of<StationsModule>(),
        Area.Of<MarkingJobsModule>(),
        Area.Of<SymbolsModule>(),
        Area.Of<LabelsModule>(),
        Area.Of<CertificatesModule>(),
        Area.Of<TraceRequestsModule>(),
        Area.Of<PartnersModule>(),
        Area.Of<DisclosingModule>(),
        Area.Of<ExchangeModule>(),
        Area.Of<NoticesModule>(),
        Area.Of<FiguresModule>(),
        Area.Of<VintagesModule>(),
        Area.Of<CataloguesModule>(),
        Area.Of<WaitingModule>(),
    ];

    /// <summary>Adds every area. Needs one singleton <see cref="Npgsql.NpgsqlDataSource"/>.</summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => RegistryCountry.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => VerificationAddress.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<AccessSettings>()));
        services.AddSingleton<SqlScripts>();
        services.AddSingleton<RunningRequests>();
        services.AddSingleton<IdempotencyRecords>();
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<RecordIdConstraint>("guid"));
        services.AddScoped<RegistryWriter>();
        services.AddScoped<RegistrySchema>();
        services.AddAccess(configuration);
        services.AddAccessPolicies();
        services.AddJobs(configuration);
        services.AddOutgoing();
        services.AddRecurringJob<IdempotencySweepJob>(
            IdempotencySweepJob.Id, JobQueues.Bulk, Cron.Hourly(), job => job.RunAsync(CancellationToken.None));
        services.AddMarten(provider =>
        {
            var store = new StoreOptions();
            MartenSetUp.ConfigureStore(store, provider.GetRequiredService<TimeProvider>());
            foreach (var area in Areas)
                area.Configure(store);
            return store;
        }).UseLightweightSessions().UseNpgsqlDataSource();
        foreach (var area in Areas)
            area.Add(services);
        return services;
    }

    /// <summary>Maps the routes of every area below <c>/api/v1</c>, and the few that stand outside it.</summary>
    public static IEndpointRouteBuilder MapRegistry(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        foreach (var area in Areas)
            area.Map(api);
        VerifyCertificate.Map(routes);
        VerifyTraceReport.Map(routes);
        return routes.MapJobs();
    }

    private sealed record Area(Action<StoreOptions> Configure, Action<IServiceCollection> Add, Action<IEndpointRouteBuilder> Map)
    {
        public static Area Of<TModule>()
            where TModule : IRegistryModule => new(TModule.Configure, TModule.Add, TModule.Map);
    }
}

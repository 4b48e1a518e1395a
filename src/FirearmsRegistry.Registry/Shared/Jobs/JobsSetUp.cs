using FirearmsRegistry.Registry.Access;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Jobs;

/// <summary>Hangfire over the one data source.</summary>
internal static class JobsSetUp
{
    /// <summary>How many jobs this server runs at once; 0 makes it a server that only orders jobs.</summary>
    public const string Workers = "Registry:Jobs:Workers";

    private const int WorkersByDefault = 4;

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var workers = configuration.GetValue(Workers, WorkersByDefault);
        services.AddSingleton<JobOrders>();
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new JobLogs(provider.GetRequiredService<ILoggerFactory>()))
            .UsePostgreSqlStorage(
                storage => storage.UseConnectionFactory(new DataSourceConnections(provider.GetRequiredService<NpgsqlDataSource>())),
                new PostgreSqlStorageOptions
                {
                    SchemaName = JobsSchema.Name,
                    PrepareSchemaIfNecessary = false,
                    // A register that cannot order its jobs says so instead of losing them.
                    AllowDegradedModeWithoutStorage = false,
                    UseSlidingInvisibilityTimeout = true,
                    InvisibilityTimeout = TimeSpan.FromMinutes(1),
                    QueuePollInterval = TimeSpan.FromSeconds(1),
                }));
        if (workers > 0)
        {
            services.AddHostedService<RecurringJobRegistration>();
            services.AddHangfireServer(server =>
            {
                server.Queues = JobQueues.All;
                server.WorkerCount = workers;
                server.ShutdownTimeout = TimeSpan.FromSeconds(5);
            });
        }

        return services;
    }

    /// <summary>Shows the jobs at <c>/jobs</c>, to look at and not to touch.</summary>
    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapHangfireDashboard("/jobs", new DashboardOptions
        {
            // The endpoint's policy decides; Hangfire's own filter would let in whoever sits at the machine.
            Authorization = [new EndpointPolicyDecides()],
            IsReadOnlyFunc = _ => true,
            DashboardTitle = "Jobs",
        })
            .RequireAuthorization(AccessPolicy.SeeJobs.Name)
            .WithMetadata(AccessPolicy.SeeJobs);
        return routes;
    }

    private sealed class EndpointPolicyDecides : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => true;
    }
}

using System.Linq.Expressions;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FirearmsRegistry.Registry.Shared.Jobs;

/// <summary>A job that runs again and again, once for all servers together.</summary>
/// <param name="Id">Its stable kebab-case name.</param>
/// <param name="Register">Registers it with Hangfire.</param>
internal sealed record RecurringJob(string Id, Action<IRecurringJobManager> Register);

/// <summary>Lets an area add its recurring jobs.</summary>
internal static class RecurringJobs
{
    /// <summary>Adds a recurring job. Where runs were missed, one makes up for all of them.</summary>
    public static IServiceCollection AddRecurringJob<TJob>(
        this IServiceCollection services, string id, string queue, string cron, Expression<Func<TJob, Task>> run)
        where TJob : class
    {
        services.AddTransient<TJob>();
        return services.AddSingleton(new RecurringJob(id, jobs => jobs.AddOrUpdate(id, queue, run, cron,
            new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed })));
    }
}

/// <summary>Tells Hangfire of the recurring jobs when a server with workers starts.</summary>
internal sealed class RecurringJobRegistration(IRecurringJobManager manager, IEnumerable<RecurringJob> jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in jobs)
            job.Register(manager);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

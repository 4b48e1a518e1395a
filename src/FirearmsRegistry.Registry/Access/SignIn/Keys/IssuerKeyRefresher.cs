using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>Reads the keys before the first request is served, and again each minute for those of other servers.</summary>
internal sealed class IssuerKeyRefresher(IssuerKeyRing ring, TimeProvider time, ILogger<IssuerKeyRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ring.EnsureAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ring.ReloadAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is Npgsql.NpgsqlException or InvalidOperationException)
            {
                // The keys in memory stay good; the next minute tries again.
                logger.LogWarning(exception, "The issuer's keys could not be read again");
            }
        }
    }
}

using FirearmsRegistry.Registry.Shared.Jobs;
using Hangfire;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>
/// Runs each minute: orders the deliveries whose time has come, the first and the repeated ones. It reads the clock of
/// <see cref="TimeProvider"/>, so that tests move time and call it.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class ExchangeSweepJob(Outbox outbox, JobOrders jobs, TimeProvider time)
{
    /// <summary>Its stable name among the recurring jobs.</summary>
    public const string Id = "exchange-sweep";

    /// <summary>Runs the sweep once.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        foreach (var document in await outbox.FindDueAsync(time.GetUtcNow(), token))
            jobs.Place<DeliverDocumentJob>(JobQueues.Default, job => job.RunAsync(document, CancellationToken.None));
    }
}

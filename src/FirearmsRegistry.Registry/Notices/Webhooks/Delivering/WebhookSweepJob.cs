using FirearmsRegistry.Registry.Shared.Jobs;
using Hangfire;
using Npgsql;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Delivering;

/// <summary>
/// Runs each minute: orders a job for every webhook to which something is due. It may be ordered twice, here and by another server: the
/// second finds the webhook taken, or nothing due.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class WebhookSweepJob(NpgsqlDataSource database, JobOrders jobs, TimeProvider time)
{
    /// <summary>Its stable name among the recurring jobs.</summary>
    public const string Id = "webhook-sweep";

    private const string FindDue =
        """
        select hook.webhook_id from registry.webhook hook cross join lateral (
            select due_at from registry.webhook_delivery
            where webhook_id = hook.webhook_id and due_at is not null order by position limit 1) first
        where hook.enabled and first.due_at <= $1
        """;

    /// <summary>Runs the sweep once.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        foreach (var webhook in await DueAsync(token))
            jobs.Place<WebhookDeliveryJob>(JobQueues.Bulk, job => job.RunAsync(webhook, CancellationToken.None));
    }

    /// <summary>The webhooks to which something is due.</summary>
    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand(FindDue);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        var due = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            due.Add(reader.GetGuid(0));
        return due;
    }
}

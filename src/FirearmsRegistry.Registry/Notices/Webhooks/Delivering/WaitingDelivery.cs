using FirearmsRegistry.Registry.Shared.Storage;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Delivering;

/// <summary>The first delivery that waits for a webhook, in the hands of one unit of work.</summary>
/// <param name="Message">What is to be sent.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ProtectedSecret">What it is signed with, as kept.</param>
internal sealed record WaitingDelivery(WebhookMessage Message, int Attempts, byte[] ProtectedSecret)
{
    // The lock is on the secret's row, which stands for the webhook: whoever holds it sends, everybody else passes by. The deliveries are
    // read only after it was taken, so that what the former owner recorded is seen.
    private const string TakeTurn =
        """
        select s.protected_secret from registry.webhook_secret s
        where s.webhook_id = $1 and exists (select from registry.webhook w where w.webhook_id = $1 and w.enabled)
        for update of s skip locked
        """;

    private const string FindFirst =
        """
        select d.delivery_id, d.notice_id, d.attempts, d.due_at <= $2, n.kind, n.occasion, n.resource_kind, n.resource_path, n.at
        from registry.webhook_delivery d join registry.notice n using (notice_id)
        where d.webhook_id = $1 and d.due_at is not null order by d.position limit 1
        """;

    /// <summary>Takes it, until the unit of work ends; null where another server sends to the webhook now, or nothing is due.</summary>
    public static async Task<WaitingDelivery?> TakeAsync(IDocumentSession session, Guid webhookId, DateTimeOffset now, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var take = new NpgsqlCommand(TakeTurn, session.Connection);
        take.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = webhookId });
        if (await take.ExecuteScalarAsync(token) is not byte[] secret)
            return null;
        await using var find = new NpgsqlCommand(FindFirst, session.Connection);
        find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = webhookId });
        find.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        await using var row = await find.ExecuteReaderAsync(token);
        // One that waits for its next attempt holds back those behind it: they would meet the same server.
        if (!await row.ReadAsync(token) || !row.GetBoolean(3))
            return null;
        return new WaitingDelivery(
            new WebhookMessage(row.GetGuid(0), row.GetGuid(1), TableCodes.Read<NoticeKind>(row.GetString(4)), TableCodes.Read<NoticeOccasion>(row.GetString(5)),
                new NoticeResource(row.GetString(6), row.GetString(7)), row.GetFieldValue<DateTimeOffset>(8)),
            row.GetInt32(2), secret);
    }
}

using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Storage;
using Npgsql;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Showing;

/// <summary>Reads what was sent to a webhook and what waits for it.</summary>
internal sealed class WebhookDeliveryRows(NpgsqlDataSource database)
{
    private const string FindPage =
        """
        select d.position, d.delivery_id, n.kind, n.occasion, n.resource_kind, n.resource_path, n.at, d.due_at, d.delivered_at,
            tried.at, tried.outcome, tried.status
        from (
            select * from registry.webhook_delivery where webhook_id = $1 and position < $2 order by position desc limit $3) d
        join registry.notice n using (notice_id)
        left join registry.webhook_attempt tried using (delivery_id)
        order by d.position desc, tried.position
        """;

    /// <summary>The deliveries before a position, the newest first.</summary>
    public async Task<IReadOnlyList<WebhookDeliveryRow>> FindAsync(Guid webhookId, long before, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(FindPage);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = webhookId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var rows = new List<WebhookDeliveryRow>();
        var attempts = new List<WebhookAttempt>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            if (rows.Count == 0 || rows[^1].Position != reader.GetInt64(0))
                rows.Add(Read(reader, attempts = []));
            if (!reader.IsDBNull(9))
                attempts.Add(new WebhookAttempt(reader.GetFieldValue<DateTimeOffset>(9), reader.Code<OutgoingOutcome>(10), reader.IsDBNull(11) ? null : reader.GetInt32(11)));
        }

        return rows;
    }

    private static WebhookDeliveryRow Read(NpgsqlDataReader row, List<WebhookAttempt> attempts)
    {
        var (due, delivered) = (Moment(row, 7), Moment(row, 8));
        var state = delivered is not null ? WebhookDeliveryState.Delivered : due is not null ? WebhookDeliveryState.Waiting : WebhookDeliveryState.GivenUp;
        return new WebhookDeliveryRow(row.GetInt64(0), new WebhookDelivery(
            row.GetGuid(1), row.Code<NoticeKind>(2), row.Code<NoticeOccasion>(3), new NoticeResource(row.GetString(4), row.GetString(5)),
            row.GetFieldValue<DateTimeOffset>(6), state, due, delivered, attempts));
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}

/// <summary>A delivery and its place among those of its webhook.</summary>
internal sealed record WebhookDeliveryRow(long Position, WebhookDelivery Delivery);

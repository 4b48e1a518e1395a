using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Showing;

/// <summary>Shows webhooks, and after a registration its secret: a repeated request is answered without it.</summary>
internal sealed class WebhookAnswer(IQuerySession session, NpgsqlDataSource database) : IResourceAnswer<WebhookView>
{
    private const string Waiting =
        """
        select count(*), coalesce((array_agg(attempts order by position))[1], 0), (array_agg(last_outcome order by position))[1],
            (array_agg(last_status order by position))[1]
        from registry.webhook_delivery where webhook_id = $1 and due_at is not null
        """;

    private (Guid Id, string Secret)? _shownOnce;

    /// <summary>Has a secret shown by the answer that this request gets.</summary>
    public void ShowOnce(Guid webhookId, string secret) => _shownOnce = (webhookId, secret);

    public async Task<WebhookView?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<Webhook>(id, token) is { } webhook ? await ShowAsync(webhook, token) : null;

    /// <summary>The webhook with what waits for it.</summary>
    public async Task<WebhookView> ShowAsync(Webhook webhook, CancellationToken token)
    {
        await using var command = database.CreateCommand(Waiting);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = webhook.Id });
        await using var reader = await command.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        return new WebhookView(webhook.Id, webhook.Version, webhook.Name, webhook.Address, webhook.Kinds, webhook.State, webhook.StateSince,
            webhook.RegisteredAt, reader.GetInt64(0), reader.GetInt32(1),
            await reader.IsDBNullAsync(2, token) ? null : Codes.TryParse<OutgoingOutcome>(reader.GetString(2), out var outcome) ? outcome : null,
            await reader.IsDBNullAsync(3, token) ? null : reader.GetInt32(3),
            _shownOnce is { } shown && shown.Id == webhook.Id ? shown.Secret : null);
    }
}

/// <summary>Where a webhook is.</summary>
internal static class WebhookPaths
{
    public static string Of(Guid id) => $"/api/v1/webhooks/{id}";
}

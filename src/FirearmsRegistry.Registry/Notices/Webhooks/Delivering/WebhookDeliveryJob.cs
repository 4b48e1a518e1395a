using System.Net.Http.Headers;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Outgoing;
using Hangfire;
using JasperFx;
using Marten;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Delivering;

/// <summary>
/// The job that sends what waits for one webhook, in order, until something fails. What is sent is recorded in the transaction that holds
/// the webhook's lock: a server that ends between the two sends it again, with the same delivery id. Its name and its method's are a
/// contract with the jobs that are queued.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class WebhookDeliveryJob(IDocumentStore store, OutgoingHttp http, WebhookSecrets secrets, TimeProvider time)
{
    /// <summary>After so many the job ends; the sweep orders the next.</summary>
    private const int PerRun = 200;

    private const string RecordDelivered =
        """
        update registry.webhook_delivery set due_at = null, delivered_at = ?, attempts = ?, last_outcome = ?, last_status = nullif(?, 0)
        where delivery_id = ?
        """;

    private const string RecordFailed =
        """
        update registry.webhook_delivery set due_at = ?, attempts = ?, last_outcome = ?, last_status = nullif(?, 0) where delivery_id = ?
        """;

    private const string RecordAttempt = "insert into registry.webhook_attempt (delivery_id, at, outcome, status) values (?, ?, ?, nullif(?, 0))";

    /// <summary>Sends what is due.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="token">Cancels before the next record is made.</param>
    public async Task RunAsync(Guid webhookId, CancellationToken token)
    {
        for (var sent = 0; sent < PerRun; sent++)
        {
            if (!await SendNextAsync(webhookId, token))
                return;
        }
    }

    private async Task<bool> SendNextAsync(Guid webhookId, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        if (await WaitingDelivery.TakeAsync(session, webhookId, time.GetUtcNow(), token) is not { } delivery)
            return false;
        var webhook = (await session.LoadAsync<Webhook>(webhookId, token))!;
        var answer = await SendAsync(webhook, delivery, token);
        var attempts = delivery.Attempts + 1;
        var now = time.GetUtcNow();
        // What the other server says of it beyond the status is nothing to this one, and may be as long as it likes.
        var isTaken = answer.Status is >= 200 and < 300;
        session.QueueSqlCommand(RecordAttempt, delivery.Message.DeliveryId, now.ToUniversalTime(), Codes.Of(answer.Outcome), answer.Status ?? 0);
        if (isTaken)
            Queue(session, RecordDelivered, now, delivery, attempts, answer);
        else
            await FailAsync(session, webhook, delivery, attempts, answer, now, token);
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (ConcurrencyException)
        {
            // A person ended the webhook meanwhile; what it was is looked at again.
            return false;
        }

        return isTaken;
    }

    private async Task<OutgoingAnswer> SendAsync(Webhook webhook, WaitingDelivery delivery, CancellationToken token)
    {
        var body = delivery.Message.ToBody();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address.ToUri());
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookMessage.DeliveryHeader, delivery.Message.DeliveryId.ToString());
        request.Headers.Add(WebhookSignature.Header,
            WebhookSignature.Of(secrets.Open(webhook.Id, delivery.ProtectedSecret), body, time.GetUtcNow()));
        return await http.SendAsync(request, token);
    }

    private static async Task FailAsync(
        IDocumentSession session, Webhook webhook, WaitingDelivery delivery, int attempts, OutgoingAnswer answer, DateTimeOffset now,
        CancellationToken token)
    {
        var next = DeliveryRules.Decide(attempts, now);
        Queue(session, RecordFailed, next.DueAt, delivery, attempts, answer);
        if (!next.Disable)
            return;
        (await session.Events.FetchForWriting<Webhook>(webhook.Id, token))
            .AppendOne(new WebhookDisabled(delivery.Message.DeliveryId, attempts));
        // In the name of the administrator who registered it.
        session.LastModifiedBy = webhook.RegisteredBy;
        session.CorrelationId = delivery.Message.DeliveryId.ToString();
        NoticeBoard.Queue(session, new NewNotice(NoticeKind.WebhookDisabled, NoticeOccasion.DeliveryFailed,
            NoticeOwner.Everybody(Role.Administrator), NoticeResource.Webhook(webhook.Id), now));
    }

    private static void Queue(
        IDocumentSession session, string record, DateTimeOffset at, WaitingDelivery delivery, int attempts, OutgoingAnswer answer) =>
        session.QueueSqlCommand(
            record, at.ToUniversalTime(), attempts, Codes.Of(answer.Outcome), answer.Status ?? 0, delivery.Message.DeliveryId);
}

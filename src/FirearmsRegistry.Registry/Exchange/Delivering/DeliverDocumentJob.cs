using System.Text.Json;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Receiving;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Notices;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Writing;
using Hangfire;
using Marten;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>
/// Delivers a document to the registry of another State, and those of the same request that wait behind it. It may run twice and at several
/// servers: taking a document moves its next attempt on, and the other side knows a repeat by the document's id.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class DeliverDocumentJob(
    Outbox outbox, OutboxContents contents, DeliveryRule rule, ExchangeKeyRing keys, OutgoingHttp http, IDocumentSession session, ReceiptCheck receipts,
    TimeProvider time)
{
    /// <summary>Delivers it, where it is due.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="token">Cancels.</param>
    public async Task RunAsync(Guid documentId, CancellationToken token)
    {
        for (Guid? next = documentId; next is { } id; next = await outbox.FindNextAsync(id, token))
        {
            if (await outbox.TakeDueAsync(id, time.GetUtcNow(), token) is not { } line || !await DeliverAsync(line, token))
                return;
        }
    }

    /// <summary>Whether those that wait behind it may follow.</summary>
    private async Task<bool> DeliverAsync(OutboxLine line, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (await rule.RefuseAsync(line, now, token) is { } forbidden)
        {
            if (forbidden == DeliveryRule.Lapsed)
                await outbox.EndAsync(line.Id, OutboxState.Lapsed, now, null, forbidden.Name, token);
            else
                await EndUndeliveredAsync(line, OutboxState.Refused, forbidden.Name, token);
            return true;
        }

        var partner = await session.LoadAsync<Partner>(line.PartnerId, token);
        if (partner is not { DeactivatedAt: null } || PartnerAddresses.DocumentsOf(partner) is not { } address)
        {
            await EndUndeliveredAsync(line, OutboxState.ByHand, "no-registry-channel", token);
            return true;
        }

        var content = await contents.OfAsync(line, token);
        if ((await keys.SignAsync(SignedTypes.Document, content, line.Id, partner.Country, token)).Refused(out var refusal, out var signed))
            return await FailAsync(line, refusal.Name, token);
        using var request = SignedRequests.To(address, signed);
        var answer = await http.SendAsync(request, token);
        if (answer.IsSuccess)
            return await RecordReceiptAsync(line, partner, content, answer.Body, token);
        if (answer.Outcome != OutgoingOutcome.Answered)
            return await FailAsync(line, Failure(answer), token);
        // What the document says was refused, and saying it again would be refused again. All else may pass: a key not yet known, a limit, a fault, or
        // that something on the way doubled the text, whose second copy is a replay: signed anew it has the receipt.
        var problem = PartnerProblems.NameOf(answer) ?? $"status-{answer.Status}";
        if (answer.Status is not (400 or 409 or 422) || problem == WritingErrors.TryAgain.Name || problem == ExchangeErrors.Replayed.Name)
            return await FailAsync(line, problem, token);
        await EndUndeliveredAsync(line, OutboxState.Refused, problem, token);
        return true;
    }

    /// <summary>
    /// A person has to see to it now: the contact points are told in the same transaction, unless somebody handed it over or delivered it meanwhile.
    /// </summary>
    private async Task EndUndeliveredAsync(OutboxLine line, OutboxState state, string failure, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (!await Outbox.EndAsync(session, line.Id, state, now, failure, token))
            return;
        NoticeBoard.Queue(session, new NewNotice(NoticeKind.DocumentUndelivered, NoticeOccasion.DeliveryFailed, NoticeOwner.Everybody(Role.ContactPoint),
            NoticeResource.ExchangeDocument(line.Id), now, Once: $"undelivered|{line.Id}"));
        await session.SaveChangesAsync(token);
    }

    private async Task<bool> RecordReceiptAsync(
        OutboxLine line, Partner partner, byte[] content, ReadOnlyMemory<byte> body, CancellationToken token)
    {
        if ((await receipts.CheckAsync(body, line.Id, content, partner)).Refused(out var refusal, out var receipt))
            return await FailAsync(line, refusal.Name, token);
        await outbox.EndAsync(line.Id, OutboxState.Delivered, time.GetUtcNow(), receipt, null, token);
        return true;
    }

    private async Task<bool> FailAsync(OutboxLine line, string failure, CancellationToken token)
    {
        await outbox.FailAsync(line.Id, failure, token);
        return false;
    }

    private static string Failure(OutgoingAnswer answer) => JsonNamingPolicy.KebabCaseLower.ConvertName(answer.Outcome.ToString());
}

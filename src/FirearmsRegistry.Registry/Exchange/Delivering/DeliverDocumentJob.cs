using System.Text.Json;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Receiving;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Refusing;
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
    Outbox outbox, OutboxContents contents, ExchangeKeyRing keys, OutgoingHttp http, IQuerySession session, ReceiptCheck receipts, TimeProvider time)
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
        var partner = await session.LoadAsync<Partner>(line.PartnerId, token);
        if (partner is not { DeactivatedAt: null } || PartnerAddresses.DocumentsOf(partner) is not { } address)
        {
            await outbox.EndAsync(line.Id, OutboxState.ByHand, time.GetUtcNow(), null, "no-registry-channel", token);
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
        // What the document says was refused, and saying it again would be refused again. All else may pass: a key not yet known, a limit, a fault.
        var problem = ProblemOf(answer) ?? $"status-{answer.Status}";
        if (answer.Status is not (400 or 409 or 422) || problem == WritingErrors.TryAgain.Name)
            return await FailAsync(line, problem, token);
        await outbox.EndAsync(line.Id, OutboxState.Refused, time.GetUtcNow(), null, problem, token);
        return true;
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

    /// <summary>The name in a problem document of this kind of registry; anything else that a stranger answers is not kept.</summary>
    private static string? ProblemOf(OutgoingAnswer answer)
    {
        const string prefix = ProblemDocuments.TypePrefix;
        try
        {
            using var problem = JsonDocument.Parse(answer.Body);
            var type = problem.RootElement.ValueKind == JsonValueKind.Object && problem.RootElement.TryGetProperty("type", out var given)
                && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            var name = type?.StartsWith(prefix, StringComparison.Ordinal) == true ? type[prefix.Length..] : null;
            return name is { Length: > 0 and <= 80 } && name.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? name : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

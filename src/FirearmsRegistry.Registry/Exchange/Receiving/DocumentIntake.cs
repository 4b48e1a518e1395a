using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Refusing;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>
/// Takes signed documents, however they came. What a document does, the row that says it was accepted, and its receipt are one transaction;
/// what its sender signed anew because it had no receipt is given the receipt again, and so is the same text where a person brings it again; sent
/// again it is a replay, and every refusal is recorded by its name.
/// </summary>
internal sealed class DocumentIntake(
    RegistryWriter writer, SignedTexts door, ReceivedDocuments received, ExchangeKeyRing keys, IDataProtectionProvider protection,
    ExchangeDoorLog log, RegistryCountry country, TimeProvider time)
{
    private const string Accepted = "select digest, receipt from registry.exchange_inbox where sender = $1 and document_id = $2";

    private const string Accept =
        """
        insert into registry.exchange_inbox
            (document_id, sender, digest, kind, trace_request_id, received_at, channel, signed_text, receipt)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private readonly IDataProtector _protector = protection.CreateProtector("FirearmsRegistry.Exchange.Inbox", "v1");

    /// <summary>Takes a document.</summary>
    /// <param name="body">The compact JWS.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="bringer">The contact point that handed it in; null where another registry sent it.</param>
    /// <param name="correlationId">Ties together what the request causes.</param>
    /// <param name="token">Cancels before the commit.</param>
    public Task<Result<ReceiptAnswer>> TakeAsync(
        JoseBody body, ExchangeChannel channel, Actor? bringer, string correlationId, CancellationToken token) =>
        door.TakeAsync(writer.Session, body, SignedTypes.Document, channel, bringer?.Subject, opened =>
        {
            if (DocumentReader.Read(opened.Content.ContentBytes()).Refused(out var invalid, out var document))
                return Task.FromResult<Result<ReceiptAnswer>>(invalid);
            return document.Head.Id != opened.Content.Jti || document.Sender != opened.Content.Iss || document.Addressee != country.Code
                ? Task.FromResult<Result<ReceiptAnswer>>(ExchangeErrors.StatesMismatched)
                : AcceptAsync(document, opened, body.Text, channel, bringer, correlationId, token);
        }, token);

    private async Task<Result<ReceiptAnswer>> AcceptAsync(
        IExchangeDocument document, OpenedText opened, string text, ExchangeChannel channel, Actor? bringer, string correlationId,
        CancellationToken token)
    {
        var (partner, content, now) = (opened.Partner, opened.Content.ContentBytes(), time.GetUtcNow());
        var sender = partner.Country.ToString();
        // A repeat that comes while the first one is still being dealt with waits here, and finds the receipt.
        await AdvisoryLocks.TakeAsync(writer.Session, [$"exchange document|{sender}|{document.Head.Id}"], token);
        var digest = SHA256.HashData(content);
        if (await FindAcceptedAsync(sender, document.Head.Id, token) is { } before)
        {
            if (!before.Digest.AsSpan().SequenceEqual(digest))
                return ExchangeErrors.Reused;
            return await TakenTexts.RepeatAsync(writer.Session, opened, channel, log, now, token) is { } replayed
                ? replayed
                : new ReceiptAnswer(before.Receipt);
        }

        var actor = bringer ?? PeerActor.Of(partner.Country, opened.KeyName);
        var context = new CommandContext(actor, now, null, correlationId, document.Head.Id.ToString());
        if ((await received.RequestOfAsync(document, partner, now, token)).Refused(out var refusal, out var request))
            return refusal;
        if ((await keys.SignAsync(SignedTypes.Receipt, Receipt.Of(document.Head.Id, content, now).ToJson(), document.Head.Id, partner.Country, token))
            .Refused(out refusal, out var receipt))
        {
            return refusal;
        }

        // Queued first: the use case commits it with what it does, or refuses and commits nothing.
        writer.Session.QueueSqlCommand(Accept, document.Head.Id, sender, digest, Codes.Of(document.Head.Kind), request, now.ToUniversalTime(),
            Codes.Of(channel), _protector.CreateProtector($"{sender}|{document.Head.Id:D}").Protect(Encoding.ASCII.GetBytes(text)), receipt);
        TakenTexts.Queue(writer.Session, opened, now);
        return (await received.CarryOutAsync(document, partner, request, context, token)).Map(_ => new ReceiptAnswer(receipt));
    }

    private async Task<(byte[] Digest, string Receipt)?> FindAcceptedAsync(string sender, Guid documentId, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Accepted, writer.Session.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = sender });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = documentId });
        await using var reader = await command.ExecuteReaderAsync(token);
        return await reader.ReadAsync(token) ? (reader.GetFieldValue<byte[]>(0), reader.GetString(1)) : null;
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>What an accepted document is answered with; the same again whenever it is repeated.</summary>
/// <param name="Receipt">A compact JWS of the receiving registry over a <see cref="Receipt"/>.</param>
public sealed record ReceiptAnswer(string Receipt);

/// <summary>That a registry accepted a document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Digest">SHA-256 of its content as it was signed, 64 lower-case hexadecimal digits.</param>
/// <param name="ReceivedAt">When.</param>
public sealed record Receipt(Guid DocumentId, string Digest, DateTimeOffset ReceivedAt)
{
    /// <summary>The receipt of a document.</summary>
    public static Receipt Of(Guid documentId, byte[] content, DateTimeOffset now) =>
        new(documentId, Convert.ToHexStringLower(SHA256.HashData(content)), now);

    /// <summary>Its JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RegistryJson.Options);
}

/// <summary>Looks at receipts: whatever another server answers, only its signature over the very document counts as delivery.</summary>
internal sealed class ReceiptCheck(RegistryCountry country, TimeProvider time)
{
    private static readonly Refusal NotAReceipt = new("exchange-receipt-invalid", RefusalKind.Conflict,
        "The partner's answer is no receipt for the document.");

    /// <summary>The receipt, as it is kept.</summary>
    public async Task<Result<string>> CheckAsync(ReadOnlyMemory<byte> body, Guid documentId, byte[] content, Partner partner)
    {
        try
        {
            if (JsonSerializer.Deserialize<ReceiptAnswer>(body.Span, RegistryJson.Options) is not { } answer
                || UnverifiedJws.Read(answer.Receipt, SignedTypes.Receipt).Refused(out _, out var jws)
                || jws.Claimed.Iss != partner.Country)
            {
                return NotAReceipt;
            }

            // A repeat has the first receipt, whose signature may be old by then: it is judged as of the time at which it was made.
            var signedAt = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(jws.Claimed.Iat, 1, time.GetUtcNow().ToUnixTimeSeconds()));
            if ((await SignatureCheck.RunAsync(jws, partner.Keys, country.Code, signedAt)).Refused(out var refusal, out var verified))
                return refusal;
            var receipt = JsonSerializer.Deserialize<Receipt>(verified.ContentBytes(), RegistryJson.Options);
            return receipt is not null && receipt with { ReceivedAt = default } == Receipt.Of(documentId, content, default) ? answer.Receipt : NotAReceipt;
        }
        catch (JsonException)
        {
            return NotAReceipt;
        }
    }
}

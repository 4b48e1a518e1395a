using System.Security.Cryptography;
using FirearmsRegistry.Registry.Exchange.Documents;
using Microsoft.AspNetCore.DataProtection;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>The content of a document that is owed: made once, and the same whenever it is signed anew. Kept as ciphertext.</summary>
internal sealed class OutboxContents(Outbox outbox, DocumentComposer composer, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("FirearmsRegistry.Exchange.Outbox", "v1");

    /// <summary>The content, a JSON object in UTF-8.</summary>
    public async Task<byte[]> OfAsync(OutboxLine line, CancellationToken token)
    {
        var protector = _protector.CreateProtector(line.Id.ToString("D"));
        if (await outbox.ContentAsync(line.Id, token) is { } kept)
            return protector.Unprotect(kept);
        var made = DocumentReader.Write(await composer.ComposeAsync(line.TraceRequestId, line.Id, token));
        return protector.Unprotect(await outbox.KeepContentAsync(line.Id, protector.Protect(made), SHA256.HashData(made), token));
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Marten;
using Microsoft.AspNetCore.DataProtection;

namespace FirearmsRegistry.Registry.Notices.Webhooks;

/// <summary>
/// The secrets that deliveries are signed with: shown once, kept as ciphertext of the key ring under a purpose that names the webhook, so that
/// rows cannot be exchanged.
/// </summary>
internal sealed class WebhookSecrets(IDataProtectionProvider ring)
{
    private const int Bytes = 32;

    private readonly IDataProtector _protector = ring.CreateProtector("FirearmsRegistry.Notices.WebhookSecret", "v1");

    /// <summary>A new secret: 256 random bits in base64url. The key of the signature is this text itself, in ASCII.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Keeps a webhook's secret, in a unit of work.</summary>
    public void Keep(IDocumentSession session, Guid webhookId, string secret) => session.QueueSqlCommand(
        "insert into registry.webhook_secret (webhook_id, protected_secret) values (?, ?)",
        webhookId, ProtectorOf(webhookId).Protect(Encoding.ASCII.GetBytes(secret)));

    /// <summary>Forgets a webhook's secret, in a unit of work.</summary>
    public static void Forget(IDocumentSession session, Guid webhookId) =>
        session.QueueSqlCommand("delete from registry.webhook_secret where webhook_id = ?", webhookId);

    /// <summary>Opens what was kept.</summary>
    public byte[] Open(Guid webhookId, byte[] kept) => ProtectorOf(webhookId).Unprotect(kept);

    private IDataProtector ProtectorOf(Guid webhookId) => _protector.CreateProtector(webhookId.ToString("D"));
}

using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>
/// Looks at the key ring before it is used. With a key that it cannot read the framework would quietly make another one, and personal
/// data and sign-in would be lost one by one; and keys from before the certificate would stay in clear.
/// </summary>
internal sealed class KeyRingCheck(
    IServiceScopeFactory scopes, IKeyManager keys, IOptions<KeyManagementOptions> options, ILogger<KeyRingCheck> logger)
{
    private static readonly XNamespace Secrets = "http://schemas.asp.net/2015/03/dataProtection";

    private bool _warned;

    /// <summary>Puts keys in clear under the certificate, and refuses a ring that cannot be read.</summary>
    /// <exception cref="KeyProtectionException">A key is under a certificate that is not configured.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (options.Value.XmlEncryptor is { } encryptor)
            await SealAsync(encryptor, cancellation);
        else if (!_warned)
        {
            _warned = true;
            logger.LogWarning(
                "The key ring is in clear in the database, since {Setting} is not set: whoever reads the database can read personal data.",
                KeyProtection.Setting);
        }

        foreach (var key in keys.GetAllKeys())
        {
            try
            {
                _ = key.Descriptor;
            }
            catch (Exception fault) when (fault is CryptographicException or XmlException or InvalidOperationException)
            {
                throw new KeyProtectionException(
                    $"The key {key.KeyId} of the key ring cannot be read: it is under another certificate. Set {KeyProtection.Setting} to that one, "
                    + "or name it in Registry:KeyProtection:Older beside the new one.", fault);
            }
        }
    }

    private async Task SealAsync(IXmlEncryptor encryptor, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        foreach (var row in await context.DataProtectionKeys.AsNoTracking().ToListAsync(cancellation))
        {
            var xml = XElement.Parse(row.Xml);
            var clear = xml.Descendants().Where(element => (bool?)element.Attribute(Secrets + "requiresEncryption") == true).ToList();
            if (clear.Count == 0)
                continue;
            foreach (var element in clear)
            {
                // The framework's own form of a key that was under a certificate from the start.
                var cipher = encryptor.Encrypt(new XElement(element));
                element.ReplaceWith(new XElement(Secrets + "encryptedSecret",
                    new XAttribute("decryptorType", cipher.DecryptorType.AssemblyQualifiedName!), cipher.EncryptedElement));
            }

            var ciphertext = xml.ToString(SaveOptions.DisableFormatting);
            await context.DataProtectionKeys.Where(kept => kept.Id == row.Id)
                .ExecuteUpdateAsync(kept => kept.SetProperty(key => key.Xml, ciphertext), cancellation);
        }
    }
}

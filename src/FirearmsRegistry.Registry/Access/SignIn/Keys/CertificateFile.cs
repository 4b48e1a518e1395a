using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>A PKCS #12 file with its password, as configured.</summary>
internal class CertificateFile
{
    /// <summary>The file's path.</summary>
    public string? Certificate { get; init; }

    /// <summary>Its password; empty for none.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>A file that holds the password, which then stands in no environment and on no command line.</summary>
    public string? CertificatePasswordFile { get; init; }

    /// <summary>Reads the certificate with its private key.</summary>
    /// <exception cref="KeyProtectionException">The file cannot be read, or holds no RSA key.</exception>
    public X509Certificate2 Load()
    {
        try
        {
            var password = CertificatePasswordFile is null ? CertificatePassword : File.ReadAllText(CertificatePasswordFile).TrimEnd('\r', '\n');
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(Certificate!, password);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null
                ? certificate
                : throw new KeyProtectionException($"{KeyProtection.Setting}: {Certificate} holds no RSA private key.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new KeyProtectionException(
                $"{KeyProtection.Setting}: {Certificate} cannot be read as a PKCS #12 file with the password given. {fault.Message}", fault);
        }
    }
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Certificates;

/// <summary>Where a certificate is.</summary>
internal static class CertificatePaths
{
    public static string Of(Guid firearmId, Guid certificateId) => $"/api/v1/firearms/{firearmId}/certificates/{certificateId}";
}

/// <summary>Answers writes with the certificate as it stands.</summary>
internal sealed class CertificateAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<Certificate>
{
    public async Task<Certificate?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<Certificate>(certificate => certificate.Id == id) ?? await session.LoadAsync<Certificate>(id, token);
}

/// <summary>Where anybody verifies a certificate.</summary>
/// <param name="PublicUrl"><c>Registry:PublicUrl</c>: this server as the public sees it; the issuer's address where it is missing.</param>
internal sealed record CertificateSettings(Uri PublicUrl)
{
    public static CertificateSettings From(IConfiguration configuration, AccessSettings access) =>
        new(configuration["Registry:PublicUrl"] is { Length: > 0 } url ? new Uri(url.TrimEnd('/') + "/", UriKind.Absolute) : access.Issuer);

    /// <summary>What the certificate's QR code says.</summary>
    public Uri VerificationOf(Guid certificateId) => new(PublicUrl, $"verify-certificate/{certificateId:N}");
}

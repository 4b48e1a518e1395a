using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

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

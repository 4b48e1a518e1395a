using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Verifying;
using Marten;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Certificates.Verifying;

/// <summary><c>GET /verify-certificate/{id}</c>, for anybody who holds a certificate.</summary>
internal static class VerifyCertificate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        PublicVerification.Map(routes, PublicVerification.Certificates, "Firearm certificate", LookAsync);

    /// <summary>Decides what is answered.</summary>
    /// <param name="certificate">The certificate; null where there is none.</param>
    /// <param name="firearm">Its firearm as it stands.</param>
    public static Verification Decide(Certificate? certificate, FirearmDetails? firearm)
    {
        if (certificate is null || certificate.State == CertificateState.Revoked || firearm is null)
            return Verification.NotValid;
        // The paper of a stolen or destroyed arm must not help to sell another one.
        return firearm.OpenLoss is not null || firearm.Status == FirearmStatus.Destroyed ? Verification.NotValid
            : certificate.State == CertificateState.Superseded ? Verification.Superseded
            : Verification.Valid;
    }

    private static async Task<Verification> LookAsync(IQuerySession session, Guid id, CancellationToken token)
    {
        var certificate = await session.LoadAsync<Certificate>(id, token);
        var firearm = await session.LoadAsync<FirearmDetails>(certificate?.FirearmId ?? Guid.Empty, token);
        return Decide(certificate, firearm);
    }
}

using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Certificates.Revoking;

/// <summary>Revoke a certificate, also one that was superseded.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="CertificateId">The certificate.</param>
/// <param name="Reason">Why.</param>
public sealed record RevokeCertificate(Guid FirearmId, Guid CertificateId, Note Reason)
{
    /// <summary>Decides.</summary>
    public static Result<CertificateRevoked> Decide(Certificate certificate, RevokeCertificate command)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(command);
        if (certificate.FirearmId != command.FirearmId)
            return Refusal.NotFound(CertificateErrors.What, command.CertificateId);
        return certificate.State == CertificateState.Revoked ? CertificateErrors.Revoked : new CertificateRevoked(command.Reason);
    }
}

/// <summary>Carries out <see cref="RevokeCertificate"/>.</summary>
public sealed class RevokeCertificateHandler(RegistryWriter writer)
{
    /// <summary>Revokes it.</summary>
    public Task<Result<Written>> HandleAsync(RevokeCertificate command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        return writer.UpdateAsync<Certificate>(
            CertificateErrors.What, command.CertificateId, _ => CertificatePaths.Of(command.FirearmId, command.CertificateId),
            certificate => RevokeCertificate.Decide(certificate, command).Bind(revoked => Result.Of<IReadOnlyList<object>>([revoked])),
            context, false, token);
    }
}

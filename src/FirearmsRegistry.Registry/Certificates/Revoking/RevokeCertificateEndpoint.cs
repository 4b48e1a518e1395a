using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Certificates.Revoking;

/// <summary><c>POST /firearms/{id}/certificates/{certificateId}/revocations</c>.</summary>
internal static class RevokeCertificateEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record RevocationBody(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<CertificateAnswer, Certificate>("/firearms/{id:guid}/certificates/{certificateId:guid}/revocations", HandleAsync)
        .Named("revokeCertificate", "Revoke a certificate of a firearm")
        .Requires(AccessPolicy.IssueCertificates)
        .Example(new RevocationBody(Note.Parse("The paper was reported stolen.").GetOrThrow()))
        .Refuses(CertificateErrors.AlreadyRevoked);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Guid certificateId, Body<RevocationBody> body, WriteCall call, RevokeCertificateHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RevokeCertificate(id, certificateId, body.Value.Reason), call.Context, token);
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Certificates.Issuing;

/// <summary><c>POST /firearms/{id}/certificates</c>.</summary>
internal static class IssueCertificateEndpoint
{
    /// <summary>The body: the arm's record says all.</summary>
    public sealed record CertificateBody;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<CertificateAnswer, Certificate>("/firearms/{id:guid}/certificates", HandleAsync)
        .Named("issueCertificate", "Issue a certificate of a firearm, which supersedes the one before")
        .Requires(AccessPolicy.IssueCertificates)
        .Example(new CertificateBody())
        .Refuses(FirearmErrors.Destroyed, FirearmErrors.Missing, FirearmErrors.Quarantined, FirearmErrors.MarksMissing, "not-found");

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<CertificateBody> body, WriteCall call, IssueCertificateHandler handler, CancellationToken token) =>
        handler.HandleAsync(new IssueCertificate(id), call.Context, token);
}

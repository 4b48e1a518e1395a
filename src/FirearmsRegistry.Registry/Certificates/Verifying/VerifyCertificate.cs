using System.Text;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Certificates.Verifying;

/// <summary>
/// <c>GET /verify-certificate/{id}</c>, for anybody who holds a certificate: valid, not valid or superseded, and nothing else. An id that
/// is unknown, malformed or revoked is answered alike, after the same look-ups.
/// </summary>
internal static class VerifyCertificate
{
    public const string Path = "/verify-certificate";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path + "/{**id}", HandleAsync).AllowAnonymous().ExcludeFromDescription();

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

    private static async Task<IResult> HandleAsync(string? id, IQuerySession session, HttpContext http, CancellationToken token)
    {
        if (!Guid.TryParseExact(id, "N", out var certificateId))
            certificateId = Guid.Empty;
        var certificate = await session.LoadAsync<Certificate>(certificateId, token);
        var firearm = await session.LoadAsync<FirearmDetails>(certificate?.FirearmId ?? Guid.Empty, token);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return Results.Content(Page(Decide(certificate, firearm)), "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static string Page(Verification verification)
    {
        var words = verification switch
        {
            Verification.Valid => "Valid",
            Verification.Superseded => "Superseded",
            Verification.NotValid => "Not valid",
        };
        return
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Firearm certificate</title></head>
            <body><h1>{words}</h1></body></html>
            """;
    }
}

/// <summary>What anybody is told of a certificate.</summary>
internal enum Verification
{
    /// <summary>In force.</summary>
    Valid,

    /// <summary>A later certificate took its place.</summary>
    Superseded,

    /// <summary>Anything else.</summary>
    NotValid,
}

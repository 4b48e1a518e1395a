using System.Globalization;
using System.Text;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Verifying;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Certificates.Showing;

/// <summary><c>GET /firearms/{id}/certificates</c> and <c>GET /firearms/{id}/certificates/{certificateId}</c>.</summary>
internal static class ShowCertificates
{
    private const string Html = "text/html";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<Certificate>>("/firearms/{id:guid}/certificates", ListAsync)
            .Named("listCertificates", "The certificates of a firearm, the newest first")
            .Requires(AccessPolicy.ReadFirearms);
        routes.MapRead<string>("/firearms/{id:guid}/certificates/{certificateId:guid}", PageAsync)
            .Produces<string>(StatusCodes.Status200OK, Html)
            .Named("getCertificate", "A certificate of a firearm as a page to print, with the QR code by which anybody verifies it")
            .Requires(AccessPolicy.ReadFirearms);
    }

    private static async Task<IResult> ListAsync(Guid id, PageRequest page, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var before = 0;
        if (page.After is { } position && !int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        // An arm has a handful of them. The oldest have the lowest places, so that a new one moves none.
        var all = await session.Query<Certificate>().Where(one => one.FirearmId == id).ToListAsync(token);
        var placed = all.OrderBy(one => one.IssuedAt).ThenBy(one => one.Id).Index().Reverse().Where(one => before == 0 || one.Index < before);
        var items = placed.Take(page.Limit + 1).ToList();
        return Resources.Of(items.Count > page.Limit
            ? new Page<Certificate>([.. items.Take(page.Limit).Select(one => one.Item)], Next(items[page.Limit - 1].Index))
            : new Page<Certificate>([.. items.Select(one => one.Item)], null));
    }

    private static async Task<IResult> PageAsync(
        Guid id, Guid certificateId, IQuerySession session, VerificationAddress verification, RegistryCountry country, HttpContext http,
        CancellationToken token)
    {
        var certificate = await session.LoadAsync<Certificate>(certificateId, token);
        if (certificate is null || certificate.FirearmId != id)
            return ProblemDocuments.From(Refusal.NotFound(CertificateErrors.What, certificateId), http);
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{certificate.Version}\"");
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return Results.Content(CertificatePage.Of(certificate, verification.Of(PublicVerification.Certificates, certificateId), country.Code), Html, Encoding.UTF8);
    }

    private static string Next(int place) => PageRequest.Position(place.ToString(CultureInfo.InvariantCulture));
}

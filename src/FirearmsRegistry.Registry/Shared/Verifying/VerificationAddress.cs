using FirearmsRegistry.Registry.Access;
using Microsoft.Extensions.Configuration;
using QRCoder;

namespace FirearmsRegistry.Registry.Shared.Verifying;

/// <summary>Where anybody verifies a paper of this registry.</summary>
/// <param name="PublicUrl"><c>Registry:PublicUrl</c>: this server as the public sees it; the issuer's address where it is missing.</param>
internal sealed record VerificationAddress(Uri PublicUrl)
{
    public static VerificationAddress From(IConfiguration configuration, AccessSettings access) =>
        new(configuration["Registry:PublicUrl"] is { Length: > 0 } url ? new Uri(url.TrimEnd('/') + "/", UriKind.Absolute) : access.Issuer);

    /// <summary>What the paper's QR code says.</summary>
    /// <param name="path">One of <see cref="PublicVerification.Paths"/>.</param>
    /// <param name="paper">The paper's id.</param>
    public Uri Of(string path, Guid paper) => new(PublicUrl, $"{path.TrimStart('/')}/{paper:N}");

    /// <summary>The QR code as SVG.</summary>
    public static string Qr(Uri verification)
    {
        using var generator = new QRCodeGenerator();
        // A quarter of the code may be worn off a paper that is folded and carried about.
        using var data = generator.CreateQrCode(verification.AbsoluteUri, QRCodeGenerator.ECCLevel.Q);
        using var drawing = new SvgQRCode(data);
        return drawing.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}

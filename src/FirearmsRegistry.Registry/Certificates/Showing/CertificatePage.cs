using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Verifying;

namespace FirearmsRegistry.Registry.Certificates.Showing;

/// <summary>A certificate as a page to print: one HTML file that loads nothing from elsewhere. No person is on it.</summary>
internal static class CertificatePage
{
    private const string Style =
        "@page{size:A5 landscape;margin:12mm}body{font:10pt/1.4 serif;max-width:190mm;margin:0 auto;padding:5mm}"
        + "h1{font-size:18pt;margin:0}main{display:flex;gap:8mm;margin-top:6mm}dl{display:grid;grid-template-columns:auto 1fr;gap:1mm 4mm;margin:0;flex:1}"
        + "dt{color:#444}dd{margin:0}code{font:10pt monospace;overflow-wrap:anywhere}figure{margin:0;width:40mm}svg{width:40mm;height:40mm}"
        + "figcaption{font-size:8pt}.void{border:1mm solid #b00020;padding:2mm 4mm;font-weight:bold}";

    /// <summary>The page.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="verification">Where anybody verifies it.</param>
    /// <param name="country">Whose registry issued it.</param>
    public static string Of(Certificate certificate, Uri verification, CountryCode country)
    {
        var arm = certificate.Description;
        var facts = new StringBuilder();
        Fact(facts, "Type", Words(Codes.Of(arm.Type)));
        Fact(facts, "Maker", Shown(arm.Maker));
        Fact(facts, "Made in", Shown(arm.ManufactureCountry));
        Fact(facts, "Model", Shown(arm.Model));
        Fact(facts, "Calibre", Shown(arm.Calibre));
        Fact(facts, "Year", Shown(arm.YearOfManufacture));
        foreach (var mark in certificate.Marks)
            Fact(facts, $"{Words(Codes.Of(mark.Kind))} mark, {Words(Codes.Of(mark.Component))}", mark.Text.ToString(), "code");
        Fact(facts, "Issued", certificate.IssuedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Fact(facts, "Certificate", certificate.Id.ToString("N"), "code");
        var noLonger = certificate.State == CertificateState.InForce ? "" : "<p class=\"void\">No longer in force</p>";
        return
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Firearm certificate</title><style>{Style}</style></head>
            <body><h1>Firearm certificate</h1><p>Firearms registry of {Safe(country.ToString())}</p>{noLonger}
            <main><dl>{facts}</dl>
            <figure>{VerificationAddress.Qr(verification)}<figcaption>Whether this certificate is valid: <code>{Safe(verification.AbsoluteUri)}</code></figcaption></figure></main>
            </body></html>
            """;
    }

    private static void Fact(StringBuilder facts, string name, string value, string element = "span") =>
        facts.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(Capital(name))}</dt><dd><{element}>{Safe(value)}</{element}></dd>");

    private static string Shown<T>(Known<T> value)
        where T : notnull =>
        value.Match(known => Convert.ToString(known, CultureInfo.InvariantCulture)!, () => "none", () => "unknown");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Words(string code) => code.Replace('_', ' ');

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}

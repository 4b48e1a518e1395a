using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Registry.Exchange.Signing;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FirearmsRegistry.Registry.Tests.Exchange;

/// <summary>Signatures that are kept beside what they are of.</summary>
public sealed class DetachedSignatureTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("""{"label":"ESP-2020-1","percent":46.28,"name":"Ñ"}""");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task With_the_payload_put_back_any_library_verifies_it()
    {
        var parts = DocumentSigner.SignDetached("firearms-vintage+jws", Content, "key-1", _key).Split('.');

        var result = await new JsonWebTokenHandler().ValidateTokenAsync($"{parts[0]}.{Base64UrlEncoder.Encode(Content)}.{parts[2]}",
            new TokenValidationParameters
            {
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                ValidTypes = ["firearms-vintage+jws"],
                IssuerSigningKey = new ECDsaSecurityKey(_key) { KeyId = "key-1" },
                ValidateIssuer = false,
                ValidateAudience = false,
                ValidateLifetime = false,
            });

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public void It_holds_for_its_content_and_key_alone()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jws = DocumentSigner.SignDetached("firearms-vintage+jws", Content, "key-1", _key);

        Assert.True(DocumentSigner.Verifies(jws, Content, _key.ExportSubjectPublicKeyInfo()));
        Assert.False(DocumentSigner.Verifies(jws, Content, other.ExportSubjectPublicKeyInfo()));
        Assert.False(DocumentSigner.Verifies("", Content, _key.ExportSubjectPublicKeyInfo()));
    }

    [Property(MaxTest = 50)]
    public bool No_byte_can_be_changed(NonNegativeInt place, byte instead)
    {
        var changed = Content.ToArray();
        changed[place.Get % changed.Length] = instead;
        var jws = DocumentSigner.SignDetached("firearms-vintage+jws", Content, "key-1", _key);
        return DocumentSigner.Verifies(jws, changed, _key.ExportSubjectPublicKeyInfo()) == changed.AsSpan().SequenceEqual(Content);
    }

    public void Dispose() => _key.Dispose();
}

using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared.Refusing;
using static FirearmsRegistry.Registry.Tests.Exchange.ExchangeSamples;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class SignatureTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task A_signed_document_is_taken_with_its_content_byte_for_byte()
    {
        var content = (await OpenAsync(Sign(_key))).Value;

        Assert.Equal(DocumentReader.Write(DocumentExamples.Request), content.ContentBytes());
        Assert.Equal((Spain, Portugal, DocumentExamples.Request.Head.Id), (content.Iss, content.Aud, content.Jti));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS256")]
    [InlineData("ES384")]
    [InlineData("es256")]
    public async Task Every_algorithm_but_ES256_is_refused_before_anything_else(string algorithm)
    {
        var forged = Forge($$"""{"alg":"{{algorithm}}","typ":"firearms-exchange+jws","kid":"key-1"}""", SignatureOf(Sign(_key)));

        Assert.Equal("exchange-algorithm-refused", (await OpenAsync(forged)).Refusal?.Name);
    }

    [Fact]
    public async Task The_public_key_taken_for_a_shared_secret_signs_nothing()
    {
        var header = """{"alg":"HS256","typ":"firearms-exchange+jws","kid":"key-1"}""";
        var unsigned = Forge(header, "x")[..^2];
        var forged = $"{unsigned}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(unsigned)))}";

        Assert.Equal("exchange-algorithm-refused", (await OpenAsync(forged)).Refusal?.Name);
    }

    [Theory]
    [InlineData("""{"alg":"ES256","typ":"firearms-exchange+jws","kid":"key-1","crit":["b64"],"b64":false}""")]
    [InlineData("""{"alg":"ES256","typ":"firearms-exchange+jws","kid":"key-1","jwk":{}}""")]
    [InlineData("""{"alg":"ES256","typ":"firearms-exchange+jws","kid":"key-1","jku":"https://elsewhere.example/keys"}""")]
    [InlineData("""{"alg":"ES256","alg":"none","typ":"firearms-exchange+jws","kid":"key-1"}""")]
    [InlineData("""{"alg":"ES256","typ":"JWT","kid":"key-1"}""")]
    [InlineData("""{"alg":"ES256","typ":"firearms-exchange+jws"}""")]
    public async Task A_header_with_anything_else_is_refused(string header) =>
        Assert.Equal("exchange-algorithm-refused", (await OpenAsync(Forge(header, SignatureOf(Sign(_key))))).Refusal?.Name);

    [Fact]
    public async Task A_receipt_is_no_document() =>
        Assert.Equal("exchange-algorithm-refused", (await OpenAsync(Sign(_key, type: SignedTypes.Receipt))).Refusal?.Name);

    [Fact]
    public async Task A_signature_by_another_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal("exchange-signature-bad", (await OpenAsync(Sign(other))).Refusal?.Name);
    }

    [Fact]
    public async Task A_document_with_any_character_altered_or_cut_is_refused()
    {
        var signed = Sign(_key);
        for (var place = 0; place < signed.Length; place += 7)
        {
            var altered = signed[..place] + (signed[place] == 'A' ? 'B' : 'A') + signed[(place + 1)..];
            // The last character of a part has bits that mean nothing.
            if (altered[..^1] != signed[..^1] && altered != signed)
                Assert.NotNull((await OpenAsync(altered)).Refusal);
            Assert.NotNull((await OpenAsync(signed[..place])).Refusal);
        }
    }

    [Fact]
    public async Task A_key_that_nobody_made_known_is_refused() =>
        Assert.Equal("exchange-key-unknown", (await OpenAsync(Sign(_key, name: "key-2"))).Refusal?.Name);

    [Fact]
    public async Task A_revoked_key_is_refused_also_for_what_it_signed_before() =>
        Assert.Equal("exchange-key-revoked", (await OpenAsync(Sign(_key), Key(_key) with { RevokedAt = Now.AddDays(1) })).Refusal?.Name);

    [Fact]
    public async Task A_key_whose_time_is_over_is_refused() =>
        Assert.Equal("exchange-key-expired", (await OpenAsync(Sign(_key), Key(_key) with { ValidTo = Now })).Refusal?.Name);

    [Fact]
    public async Task A_document_for_another_State_is_refused() =>
        Assert.Equal("exchange-addressee-wrong", (await OpenAsync(Sign(_key, to: Spain))).Refusal?.Name);

    [Theory]
    [InlineData(4, null)]
    [InlineData(6, "exchange-document-future")]
    [InlineData(-60 * 24 * 29, null)]
    [InlineData(-60 * 24 * 31, "exchange-document-expired")]
    public async Task A_document_is_of_its_time(int minutes, string? refusal) =>
        Assert.Equal(refusal, (await OpenAsync(Sign(_key, at: Now.AddMinutes(minutes)), Key(_key) with { ValidFrom = Now.AddYears(-1) })).Refusal?.Name);

    [Fact]
    public async Task The_same_text_is_known_again_though_its_signature_was_turned_and_what_is_signed_anew_is_another_one()
    {
        var signed = Sign(_key);
        var signature = Base64Url.DecodeFromChars(SignatureOf(signed));
        var order = new BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        var turned = (order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] other = [.. signature[..32], .. new byte[32 - turned.Length], .. turned];
        var forged = $"{signed[..(signed.LastIndexOf('.') + 1)]}{Base64Url.EncodeToString(other)}";

        Assert.NotEqual(signed, forged);
        Assert.Null((await OpenAsync(forged)).Refusal);
        Assert.Equal(DigestOf(signed), DigestOf(forged));
        Assert.NotEqual(DigestOf(signed), DigestOf(Sign(_key)));
    }

    private static string DigestOf(string token) => Convert.ToHexString(UnverifiedJws.Read(token, SignedTypes.Document).Value.Digest());

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d")]
    [InlineData("{}")]
    public async Task What_is_no_signed_text_is_refused(string text) => Assert.NotNull((await OpenAsync(text)).Refusal);

    public void Dispose() => _key.Dispose();

    private async Task<Result<SignedContent>> OpenAsync(string token, PartnerKey? key = null) =>
        UnverifiedJws.Read(token, SignedTypes.Document).Refused(out var refusal, out var jws)
            ? refusal
            : await SignatureCheck.RunAsync(jws, [key ?? Key(_key)], Portugal, Now);

    private string Forge(string header, string signature) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Sign(_key).Split('.')[1]}.{signature}";

    private static string SignatureOf(string token) => token.Split('.')[2];
}

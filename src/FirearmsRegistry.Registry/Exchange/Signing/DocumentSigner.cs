using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.Marks.Countries;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FirearmsRegistry.Registry.Exchange.Signing;

/// <summary>Signs contents with a key of this registry: ES256 and nothing else.</summary>
internal static class DocumentSigner
{
    /// <summary>How long a signature may be taken: a delivery signs anew, so that only what is carried by hand needs days.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(30);

    /// <summary>The compact JWS.</summary>
    /// <param name="type">The sort of content.</param>
    /// <param name="content">The content, a JSON object in UTF-8, which stays byte for byte as it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="from">The State of this registry.</param>
    /// <param name="to">The State that it is for.</param>
    /// <param name="now">When it is signed.</param>
    /// <param name="keyName">The key's name.</param>
    /// <param name="key">The private key.</param>
    public static string Sign(
        string type, ReadOnlyMemory<byte> content, Guid id, CountryCode from, CountryCode to, DateTimeOffset now, string keyName, ECDsa key)
    {
        return Sign(type, Encoding.UTF8.GetString(Payload(content, id, from, to, now)), keyName, key);
    }

    /// <summary>
    /// The compact JWS over a content with its payload left out (RFC 7515, appendix F): for what is kept, or published, beside its signature
    /// and is for nobody in particular.
    /// </summary>
    /// <param name="type">The sort of content.</param>
    /// <param name="content">The content, a JSON object in UTF-8, of which every byte is signed.</param>
    /// <param name="keyName">The key's name.</param>
    /// <param name="key">The private key.</param>
    public static string SignDetached(string type, ReadOnlyMemory<byte> content, string keyName, ECDsa key)
    {
        var parts = Sign(type, Encoding.UTF8.GetString(content.Span), keyName, key).Split('.');
        return $"{parts[0]}..{parts[2]}";
    }

    /// <summary>Whether a signature without its payload is that of a key over a content.</summary>
    /// <param name="jws">The signature.</param>
    /// <param name="content">The content.</param>
    /// <param name="publicKey">The public half, as SubjectPublicKeyInfo.</param>
    public static bool Verifies(string jws, ReadOnlyMemory<byte> content, ReadOnlySpan<byte> publicKey)
    {
        if (jws.Split('.') is not [{ Length: > 0 } header, "", { Length: > 0 } signature])
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{Base64UrlEncoder.Encode(content.ToArray())}"),
            Base64UrlEncoder.DecodeBytes(signature), HashAlgorithmName.SHA256);
    }

    private static string Sign(string type, string payload, string keyName, ECDsa key)
    {
        var credentials = new SigningCredentials(
            new ECDsaSecurityKey(key)
            {
                KeyId = keyName,
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
            SecurityAlgorithms.EcdsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(payload, credentials, new Dictionary<string, object> { ["typ"] = type });
    }

    private static byte[] Payload(ReadOnlyMemory<byte> content, Guid id, CountryCode from, CountryCode to, DateTimeOffset now)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("iss", from.ToString());
            json.WriteString("aud", to.ToString());
            json.WriteString("jti", id);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + Validity).ToUnixTimeSeconds());
            json.WritePropertyName("content");
            json.WriteRawValue(content.Span);
            json.WriteEndObject();
        }

        return text.ToArray();
    }
}

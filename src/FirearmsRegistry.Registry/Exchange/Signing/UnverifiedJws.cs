using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.IdentityModel.Tokens;

namespace FirearmsRegistry.Registry.Exchange.Signing;

/// <summary>
/// A compact JWS taken apart, nothing of it believed yet: which key is said to have signed, and the State that is said to be the signer.
/// The algorithm is looked at before anything else.
/// </summary>
/// <param name="Token">The whole text.</param>
/// <param name="KeyName">The key's name (<c>kid</c>).</param>
/// <param name="Claimed">The payload.</param>
internal sealed record UnverifiedJws(string Token, string KeyName, SignedContent Claimed)
{
    /// <summary>The longest text: a document of 180 KiB.</summary>
    public const int Longest = 256 * 1024;

    private const int LongestHeader = 1024;

    /// <summary>Takes a text apart.</summary>
    /// <param name="token">The text.</param>
    /// <param name="type">The sort of content that is expected.</param>
    public static Result<UnverifiedJws> Read(string token, string type)
    {
        if (token.Length > Longest || token.Split('.') is not [{ Length: > 0 and <= LongestHeader } head, { Length: > 0 } body, { Length: > 0 }])
            return ExchangeErrors.Unreadable;
        if (Decode(head) is not { } headBytes || Decode(body) is not { } bodyBytes)
            return ExchangeErrors.Unreadable;
        if (Header(headBytes) is not { Alg: SecurityAlgorithms.EcdsaSha256 } header || header.Typ != type)
            return ExchangeErrors.AlgorithmRefused;
        try
        {
            return JsonSerializer.Deserialize<SignedContent>(bodyBytes, RegistryJson.Options) is { } content
                ? new UnverifiedJws(token, header.Kid, content)
                : ExchangeErrors.Unreadable;
        }
        catch (JsonException)
        {
            return ExchangeErrors.Unreadable;
        }
    }

    /// <summary>
    /// Tells one signed text from another: the SHA-256 of what is signed and of the signature's first half. The second half would not do, since
    /// anybody can turn a signature (r, s) into (r, n - s), which holds as well.
    /// </summary>
    public byte[] Digest()
    {
        var dot = Token.LastIndexOf('.');
        var signature = Base64Url.DecodeFromChars(Token.AsSpan(dot + 1));
        return SHA256.HashData([.. Encoding.ASCII.GetBytes(Token[..(dot + 1)]), .. signature.AsSpan(0, signature.Length / 2)]);
    }

    /// <summary>Exactly these members, so that neither <c>crit</c> nor a key of the sender's own choice (<c>jwk</c>, <c>jku</c>, <c>x5c</c>) comes in.</summary>
    private static JwsHeader? Header(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<JwsHeader>(json, RegistryJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Decode(string part)
    {
        try
        {
            return Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed record JwsHeader(string Alg, string Typ, string Kid);
}

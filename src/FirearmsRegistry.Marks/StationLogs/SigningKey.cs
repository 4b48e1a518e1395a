using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.StationLogs;

/// <summary>The public half of a key that signs a station's log: an elliptic curve key over P-256, as SubjectPublicKeyInfo in base64.</summary>
[JsonConverter(typeof(SigningKeyJsonConverter))]
public sealed record SigningKey
{
    private static readonly Fault NotAKey = new("A key is the base64 of a SubjectPublicKeyInfo with an elliptic curve key over P-256.", "RFC 5480");

    private readonly string _text;

    private SigningKey(string text) => _text = text;

    /// <summary>Reads a key.</summary>
    public static Parsed<SigningKey> Parse(string? text)
    {
        if (text is not { Length: > 0 and <= 200 })
            return NotAKey;
        try
        {
            using var key = Import(text);
            // Written anew: a key that could be spelt in two ways would be two keys to whoever compares them.
            return key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? Of(key) : NotAKey;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return NotAKey;
        }
    }

    /// <summary>The public half of a key.</summary>
    public static SigningKey Of(ECDsa key) =>
        new(Convert.ToBase64String((key ?? throw new ArgumentNullException(nameof(key))).ExportSubjectPublicKeyInfo()));

    /// <summary>Whether a signature (IEEE P1363 form, base64) over the UTF-8 bytes of a text is by this key.</summary>
    public bool Verifies(string text, string signature)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signature);
        // 64 bytes are 88 characters; what has another length is no signature.
        Span<byte> bytes = stackalloc byte[66];
        if (signature.Length != 88 || !Convert.TryFromBase64String(signature, bytes, out var written))
            return false;
        using var key = Import(_text);
        return key.VerifyData(Encoding.UTF8.GetBytes(text), bytes[..written], HashAlgorithmName.SHA256);
    }

    /// <summary>The key in base64.</summary>
    public override string ToString() => _text;

    private static ECDsa Import(string text)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
        return key;
    }
}

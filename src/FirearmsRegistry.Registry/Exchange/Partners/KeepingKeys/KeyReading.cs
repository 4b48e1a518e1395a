using System.Buffers.Text;
using System.Security.Cryptography;
using FirearmsRegistry.Marks.StationLogs;

namespace FirearmsRegistry.Registry.Exchange.Partners.KeepingKeys;

/// <summary>Reads public keys that came from outside; whatever is no key over P-256 is none.</summary>
internal static class KeyReading
{
    private const int CoordinateBytes = 32;

    public static SigningKey? OfJwk(JsonWebKey jwk)
    {
        if (jwk.Kty.ToString() != "EC" || jwk.Crv.ToString() != "P-256" || Coordinate(jwk.X.ToString()) is not { } x
            || Coordinate(jwk.Y.ToString()) is not { } y)
        {
            return null;
        }

        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
            return SigningKey.Of(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static SigningKey? OfPem(string pem)
    {
        // Only a public key: whoever sends a private one has to make another.
        if (!PemEncoding.TryFind(pem, out var fields) || !pem.AsSpan()[fields.Label].SequenceEqual("PUBLIC KEY"))
            return null;
        return SigningKey.Parse(Concatenated(pem[fields.Base64Data])).TryGet(out var key, out _) ? key : null;
    }

    private static string Concatenated(string lines) => string.Concat(lines.Where(letter => !char.IsWhiteSpace(letter)));

    private static byte[]? Coordinate(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text) is { Length: CoordinateBytes } bytes ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

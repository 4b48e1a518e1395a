using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>The program on a person's telephone (RFC 6238), independent of the server's own.</summary>
internal static class Authenticator
{
    /// <summary>The code that it shows now: by the true time, as the server compares it, whatever time a test has set.</summary>
    public static string CodeNow(string base32Key) => CodeAt(base32Key, TimeProvider.System.GetUtcNow());

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's default, and what authenticators speak, is HMAC-SHA-1.")]
    public static string CodeAt(string base32Key, DateTimeOffset moment)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, moment.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(Decode(base32Key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF, 4)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(letter =>
            Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}

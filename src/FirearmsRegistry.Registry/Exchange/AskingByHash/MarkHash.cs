using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>
/// What a partner is asked instead of a mark: HMAC-SHA-256 (RFC 2104) under the secret of the pair over
/// <c>v1|makerCode|country|searchKey</c> in UTF-8. It hides the mark from whoever carries the question and from partners who are not asked.
/// <strong>It does not hide it from the one who is asked</strong>: he has the secret, and serials are few enough to try them all.
/// </summary>
internal static class MarkHash
{
    /// <summary>The version of the canonical form.</summary>
    public const string Version = "v1";

    /// <summary>Bytes of a pair's secret.</summary>
    public const int SecretBytes = 32;

    /// <summary>The canonical form.</summary>
    /// <param name="makerCode">What stands for the maker, by <see cref="MakerCodes"/>; empty where the maker is not known.</param>
    /// <param name="country">The country of manufacture; null where it is not known.</param>
    /// <param name="searchKey">The folded key of the serial, in which characters that wear to look alike are one.</param>
    /// <exception cref="ArgumentException">A part holds the separator, or there is no key.</exception>
    public static string Canonical(string makerCode, CountryCode? country, string searchKey)
    {
        ArgumentNullException.ThrowIfNull(makerCode);
        ArgumentException.ThrowIfNullOrEmpty(searchKey);
        if (makerCode.Contains('|', StringComparison.Ordinal) || searchKey.Contains('|', StringComparison.Ordinal))
            throw new ArgumentException("A part of the canonical form holds the separator.");
        return $"{Version}|{makerCode}|{country?.ToString() ?? ""}|{searchKey}";
    }

    /// <summary>The hash, 64 lower-case hexadecimal digits.</summary>
    /// <param name="secret">The secret of the pair.</param>
    /// <param name="canonical">The canonical form.</param>
    public static string Of(ReadOnlySpan<byte> secret, string canonical) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(canonical)));
}

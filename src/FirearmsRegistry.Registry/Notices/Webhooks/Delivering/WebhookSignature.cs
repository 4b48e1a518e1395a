using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Delivering;

/// <summary>
/// The header <c>Registry-Signature: t=…,v1=…</c>: seconds since 1970 and, in lower-case hexadecimal, HMAC-SHA256 (RFC 2104) under the
/// webhook's secret over those digits, a full stop and the body. Whoever receives it refuses a time that is not the present one, and with it
/// what somebody recorded and sends again.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "Registry-Signature";

    /// <summary>The header's value.</summary>
    public static string Of(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(secret, signed))}";
    }
}

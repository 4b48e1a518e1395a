using System.Security.Cryptography;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FirearmsRegistry.Registry.Exchange.Signing;

/// <summary>Decides whether a signed text is the partner's, for this State, and of this time.</summary>
internal static class SignatureCheck
{
    /// <summary>By how much the clocks of two registries may differ.</summary>
    public static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>For how long a signature may be taken at the most.</summary>
    public static readonly TimeSpan LongestValidity = TimeSpan.FromDays(31);

    /// <summary>The content, where everything holds.</summary>
    /// <param name="jws">The text taken apart.</param>
    /// <param name="keys">The keys that the claimed signer made known, also those that ended.</param>
    /// <param name="self">The State of this registry.</param>
    /// <param name="now">The time.</param>
    public static async Task<Result<SignedContent>> RunAsync(
        UnverifiedJws jws, IReadOnlyList<PartnerKey> keys, CountryCode self, DateTimeOffset now)
    {
        if (keys.FirstOrDefault(one => one.Name.ToString() == jws.KeyName) is not { } key)
            return ExchangeErrors.KeyUnknown;
        if (key.RevokedAt is not null)
            return ExchangeErrors.KeyRevoked;
        if (!key.IsValidAt(now))
            return ExchangeErrors.KeyExpired;
        if (!await VerifiesAsync(jws, key))
            return ExchangeErrors.SignatureBad;
        var content = jws.Claimed;
        if (content.Aud != self)
            return ExchangeErrors.AddresseeWrong;
        if (!TryTime(content.Iat, out var signed) || !TryTime(content.Exp, out var expires) || expires - signed > LongestValidity || expires <= signed)
            return ExchangeErrors.Expired;
        if (signed > now + ClockDifference)
            return ExchangeErrors.FromFuture;
        if (expires <= now - ClockDifference)
            return ExchangeErrors.Expired;
        return signed + ClockDifference < key.ValidFrom ? ExchangeErrors.KeyExpired : content;
    }

    private static async Task<bool> VerifiesAsync(UnverifiedJws jws, PartnerKey key)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.Key.ToString()), out _);
        var handler = new JsonWebTokenHandler { MaximumTokenSizeInBytes = UnverifiedJws.Longest, MapInboundClaims = false };
        var result = await handler.ValidateTokenAsync(jws.Token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            // The key lives for this call only: a provider kept by its name would verify with one that is gone.
            IssuerSigningKey = new ECDsaSecurityKey(ecdsa)
            {
                KeyId = jws.KeyName,
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
            RequireSignedTokens = true,
            // Addressee and times are looked at afterwards, each with a refusal of its own.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }

    private static bool TryTime(long seconds, out DateTimeOffset time)
    {
        var inRange = seconds is > 0 and < 100_000_000_000;
        time = inRange ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return inRange;
    }
}

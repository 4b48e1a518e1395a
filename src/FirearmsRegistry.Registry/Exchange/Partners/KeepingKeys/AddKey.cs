using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Exchange.Partners.KeepingKeys;

/// <summary>Make a public key of a partner known, once it was checked with the partner by another way than it came.</summary>
/// <param name="Name">Its name (<c>kid</c>).</param>
/// <param name="Jwk">The key as a JSON Web Key (RFC 7517); or <paramref name="Pem"/>.</param>
/// <param name="Pem">The key in PEM (RFC 7468).</param>
/// <param name="ValidFrom">From when it signs.</param>
/// <param name="ValidTo">Until when; five years later at the most.</param>
/// <param name="Fingerprint">How it was checked.</param>
public sealed record AddKey(
    KeyName Name, JsonWebKey? Jwk, Note? Pem, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, ShortText Fingerprint)
{
    /// <summary>The longest time for which a key is taken, in years.</summary>
    public const int LongestYears = 5;

    /// <summary>Decides whether the key is taken. A name is never used again, also after its key was revoked.</summary>
    public static Result<PartnerKeyAdded> Decide(AddKey command, Partner partner)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(partner);
        if ((command.Jwk is null) == (command.Pem is null))
            return Refusal.Input(new InputError("", null, "Must hold the key either as jwk or as pem."));
        if ((command.Jwk is { } jwk ? KeyReading.OfJwk(jwk) : KeyReading.OfPem(command.Pem.ToString()!)) is not { } key)
        {
            return Refusal.Input(new InputError(command.Jwk is null ? "/pem" : "/jwk", null,
                "Must be the public half of an elliptic curve key over P-256.", "RFC 7518 3.4"));
        }

        if (command.ValidTo <= command.ValidFrom || command.ValidTo > command.ValidFrom.AddYears(LongestYears))
            return Refusal.Input(new InputError("/validTo", null, $"Must be later than validFrom, by {LongestYears} years at the most."));
        if (partner.Keys.Exists(known => known.Name == command.Name))
            return PartnerErrors.KeyNameTaken(command.Name);
        return new PartnerKeyAdded(command.Name, key, command.ValidFrom, command.ValidTo, command.Fingerprint);
    }
}

/// <summary>A public key as a JSON Web Key; what is not needed of one is not taken.</summary>
/// <param name="Kty">The family: <c>EC</c>.</param>
/// <param name="Crv">The curve: <c>P-256</c>.</param>
/// <param name="X">The first coordinate, 32 bytes in base64url.</param>
/// <param name="Y">The second coordinate.</param>
public sealed record JsonWebKey(ShortText Kty, ShortText Crv, ShortText X, ShortText Y);

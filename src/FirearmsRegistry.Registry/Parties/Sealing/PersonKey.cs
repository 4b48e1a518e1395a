using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Registry.Parties.Sealing;

/// <summary>The key of one party's personal data, unwrapped: seals values into ciphertext and opens them again.</summary>
internal sealed class PersonKey(Guid partyId, byte[] key)
{
    /// <summary>AES-256.</summary>
    public const int Length = 32;

    private const int SecretStart = Ciphertext.NonceLength + Ciphertext.TagLength;

    public Guid PartyId { get; } = partyId;

    public static PersonKey Generate(Guid partyId) => new(partyId, RandomNumberGenerator.GetBytes(Length));

    public byte[] ToBytes() => [.. key];

    /// <summary>Encrypts a value's JSON, so that known, none and unknown look alike from outside.</summary>
    public Ciphertext Seal<T>(string member, T value)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(value, RegistryJson.Options);
        var all = new byte[SecretStart + clear.Length];
        var nonce = all.AsSpan(0, Ciphertext.NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, Ciphertext.TagLength);
        aes.Encrypt(nonce, clear, all.AsSpan(SecretStart), all.AsSpan(Ciphertext.NonceLength, Ciphertext.TagLength), Bound(member));
        CryptographicOperations.ZeroMemory(clear);
        return Ciphertext.Of(all);
    }

    /// <summary>Decrypts a value.</summary>
    /// <exception cref="AuthenticationTagMismatchException">
    /// The ciphertext was altered, or stood for another party or member. The message holds nothing of the content.
    /// </exception>
    public T Open<T>(string member, Ciphertext ciphertext)
    {
        ReadOnlySpan<byte> all = ciphertext.ToBytes();
        var clear = new byte[all.Length - SecretStart];
        using var aes = new AesGcm(key, Ciphertext.TagLength);
        aes.Decrypt(all[..Ciphertext.NonceLength], all[SecretStart..], all[Ciphertext.NonceLength..SecretStart], clear, Bound(member));
        return JsonSerializer.Deserialize<T>(clear, RegistryJson.Options)!;
    }

    private byte[] Bound(string member) => Encoding.UTF8.GetBytes($"{PartyId:D}/{member}");
}

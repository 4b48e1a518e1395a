using System.Buffers.Text;
using System.Text;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Parties.Sealing;

/// <summary>
/// One member of a party's personal data, encrypted with AES-256-GCM under the party's own key. On the wire base64 of nonce (12 bytes),
/// tag (16 bytes) and the encrypted bytes, in this order. Bound to the party's id and the member's name: it cannot be moved.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<Ciphertext>))]
public readonly record struct Ciphertext : IParsableWord<Ciphertext>
{
    /// <summary>Bytes of the nonce (NIST SP 800-38D section 8.2).</summary>
    public const int NonceLength = 12;

    /// <summary>Bytes of the authentication tag.</summary>
    public const int TagLength = 16;

    private readonly string? _text;

    private Ciphertext(string text) => _text = text;

    /// <summary>Reads the base64 form; only the key shows whether it is genuine.</summary>
    public static Parsed<Ciphertext> Parse(string? text) =>
        text is not null && Base64.IsValid(Encoding.UTF8.GetBytes(text), out var length) && length >= NonceLength + TagLength
            ? new Ciphertext(text)
            : new Fault("Must be base64 of a nonce, a tag and encrypted bytes.", "NIST SP 800-38D");

    /// <inheritdoc/>
    public override string ToString() => _text ?? throw new InvalidOperationException("This ciphertext was never set.");

    internal static Ciphertext Of(ReadOnlySpan<byte> bytes) => new(Convert.ToBase64String(bytes));

    internal byte[] ToBytes() => Convert.FromBase64String(ToString());
}

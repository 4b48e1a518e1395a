using System.Text;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Shared.Texts;

/// <summary>
/// 1 to 1,556 bytes in lower-case hexadecimal: as many as the largest Data Matrix holds. Payloads and machine frames have control
/// characters, which no text of a body may have.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<HexBytes>))]
public readonly record struct HexBytes : IParsableWord<HexBytes>
{
    /// <summary>The most bytes.</summary>
    public const int Most = 1556;

    private readonly string? _hex;

    private HexBytes(string hex) => _hex = hex;

    /// <summary>How many bytes they are.</summary>
    public int Count => ToString().Length / 2;

    /// <summary>Reads the digits.</summary>
    public static Parsed<HexBytes> Parse(string? text) =>
        text is { Length: > 0 and <= Most * 2 } && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower)
            ? new HexBytes(text)
            : new Fault($"Bytes are given by two lower-case hexadecimal digits each, 1 to {Most} of them.", null,
                text is { Length: > 0 and <= Most * 2 } && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null);

    /// <summary>The bytes of a payload's text in UTF-8.</summary>
    public static HexBytes Of(string text) => new(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)));

    /// <summary>The bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(ToString());

    /// <inheritdoc/>
    public override string ToString() => _hex ?? throw new InvalidOperationException("These bytes were never set.");
}

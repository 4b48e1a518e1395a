using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Shared.Texts;

/// <summary>The SHA-256 of a photo, 64 lower-case hexadecimal digits: the photo stays where evidence is kept, its hash proves which it is.</summary>
[JsonConverter(typeof(ParsedJsonConverter<PhotoHash>))]
public readonly record struct PhotoHash : IParsableWord<PhotoHash>
{
    private const int Length = 64;

    private readonly string? _hex;

    private PhotoHash(string hex) => _hex = hex;

    /// <summary>Reads the digits.</summary>
    public static Parsed<PhotoHash> Parse(string? text)
    {
        if (text is { Length: Length } && text.All(char.IsAsciiHexDigitLower))
            return new PhotoHash(text);
        var suggestion = text is { Length: Length } && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
        return new Fault("A photo is given by its SHA-256 in 64 lower-case hexadecimal digits.", "FIPS 180-4", suggestion);
    }

    /// <inheritdoc/>
    public override string ToString() => _hex ?? throw new InvalidOperationException("This hash was never set.");
}

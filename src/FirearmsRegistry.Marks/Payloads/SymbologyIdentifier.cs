using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>
/// What a reader says about the symbol (ISO/IEC 15424): <c>]</c>, a letter for the symbology, a letter or digit for its variant, for example <c>]d2</c>.
/// A <c>default</c> one is none: its members throw <see cref="InvalidOperationException"/>.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<SymbologyIdentifier>))]
public readonly record struct SymbologyIdentifier : IParsableWord<SymbologyIdentifier>
{
    /// <summary>The number of characters.</summary>
    internal const int Length = 3;

    private readonly string? _text;

    private SymbologyIdentifier(string text)
    {
        _text = text;
    }

    /// <summary>Whether the symbol says that it holds GS1 elements: GS1 DataMatrix, GS1-128, GS1 DataBar, GS1 QR Code, GS1 DotCode.</summary>
    public bool IsGs1 => ToString() is "]d2" or "]C1" or "]e0" or "]Q3" or "]J1";

    /// <summary>Reads an identifier. The fault's place is the first character that does not fit.</summary>
    public static Parsed<SymbologyIdentifier> Parse(string? text)
    {
        if (text is not [']', ..]) return PayloadFaults.SymbologyBroken(0);
        if (text.Length < 2 || !char.IsAsciiLetter(text[1])) return PayloadFaults.SymbologyBroken(1);
        if (text.Length < Length || !char.IsAsciiLetterOrDigit(text[2])) return PayloadFaults.SymbologyBroken(2);
        return text.Length == Length ? new SymbologyIdentifier(text) : PayloadFaults.SymbologyBroken(Length);
    }

    /// <summary>The three characters.</summary>
    public override string ToString() => MissingWord.Require(_text, nameof(SymbologyIdentifier));
}

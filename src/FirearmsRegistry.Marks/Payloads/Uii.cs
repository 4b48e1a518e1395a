using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>
/// A unique item identifier: 1 to 50 of A to Z, 0 to 9, <c>-</c> and <c>/</c> (MIL-STD-130N).
/// A <c>default</c> one is none: its members throw <see cref="InvalidOperationException"/>.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<Uii>))]
public readonly record struct Uii : IParsableWord<Uii>
{
    private const int MaxLength = 50;

    private readonly string? _text;

    private Uii(string text)
    {
        _text = text;
    }

    /// <summary>Reads an identifier.</summary>
    public static Parsed<Uii> Parse(string? text)
    {
        if (text is null or "" or { Length: > MaxLength }) return PayloadFaults.UiiLength();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(text[i]) && !char.IsAsciiDigit(text[i]) && text[i] is not ('-' or '/')) return PayloadFaults.UiiCharacter(i);
        }

        return new Uii(text);
    }

    /// <summary>The identifier.</summary>
    public override string ToString() => MissingWord.Require(_text, nameof(Uii));
}

using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Shared.Texts;

/// <summary>A name, a place, a reference: 1 to 200 characters on one line, kept as given, with no blanks at its ends.</summary>
[JsonConverter(typeof(ParsedJsonConverter<ShortText>))]
public readonly record struct ShortText : IParsableWord<ShortText>
{
    /// <summary>The most characters (UTF-16 code units).</summary>
    public const int Longest = 200;

    private static readonly Fault Broken = new($"Must have 1 to {Longest} characters on one line and no blanks at its ends.");

    private readonly string? _text;

    private ShortText(string text) => _text = text;

    /// <summary>Reads the text; nothing is trimmed or changed.</summary>
    public static Parsed<ShortText> Parse(string? text)
    {
        if (text is null || text.Length is 0 or > Longest || text.Any(char.IsControl))
            return Broken;
        return text.Trim().Length == text.Length ? new ShortText(text) : Broken with { Suggestion = text.Trim().Length == 0 ? null : text.Trim() };
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? throw new InvalidOperationException("This text was never set.");
}

using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Shared.Texts;

/// <summary>A reason or an explanation in a person's words: 1 to 4,000 characters, not only blanks. It must hold no personal data.</summary>
[JsonConverter(typeof(ParsedJsonConverter<Note>))]
public readonly record struct Note : IParsableWord<Note>
{
    /// <summary>The most characters (UTF-16 code units).</summary>
    public const int Longest = 4000;

    private readonly string? _text;

    private Note(string text) => _text = text;

    /// <summary>Reads the text; nothing is trimmed or changed.</summary>
    public static Parsed<Note> Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > Longest
            ? new Fault($"Must have 1 to {Longest} characters that are not all blanks.")
            : new Note(text);

    /// <inheritdoc/>
    public override string ToString() => _text ?? throw new InvalidOperationException("This note was never set.");
}

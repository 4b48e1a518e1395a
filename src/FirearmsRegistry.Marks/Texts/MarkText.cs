using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Texts;

/// <summary>
/// The text of a mark exactly as it stands on the metal: never trimmed, never normalised, letter case, spaces, scripts and
/// combining characters kept. What is searched is the <see cref="SearchKey"/> beside it.
/// </summary>
/// <remarks>
/// 1 to 100 UTF-16 units. Refused is only what no metal can carry or what cannot be stored: control characters, halves of surrogate
/// pairs, and texts without any visible character. A <c>default</c> text is none: its members throw <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(ParsedJsonConverter<MarkText>))]
public readonly record struct MarkText : IParsableWord<MarkText>
{
    /// <summary>The most UTF-16 units that a mark's text may have.</summary>
    public const int MaxLength = 100;

    private readonly string? _text;

    private MarkText(string text)
    {
        _text = text;
    }

    /// <summary>Takes a text as it was read from the metal.</summary>
    public static Parsed<MarkText> Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new Fault("A mark has a text; an arm without a mark is recorded as having none.");
        if (text.Length > MaxLength) return new Fault($"The text of a mark has at most {MaxLength} characters.");

        var visible = false;
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return new Fault("The text of a mark holds half of a surrogate pair.", "Unicode, definition D75");
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control) return new Fault("The text of a mark holds no control characters.");
            visible |= IsVisible(rune);
            i += length;
        }

        return visible ? new MarkText(text) : new Fault("The text of a mark has at least one visible character.");
    }

    /// <summary>Whether a character shows on the metal.</summary>
    internal static bool IsVisible(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    /// <summary>The text exactly as marked.</summary>
    public override string ToString() => MissingWord.Require(_text, nameof(MarkText));
}

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>A control character of ISO/IEC 15434 and what readers that cannot type it write instead.</summary>
internal sealed class ControlCharacter
{
    public static readonly ControlCharacter GroupSeparator = new('\u001D', "^]", '\u241D', "GS", "FNC1");

    public static readonly ControlCharacter RecordSeparator = new('\u001E', "^^", '\u241E', "RS");

    public static readonly ControlCharacter EndOfTransmission = new('\u0004', "^D", '\u2404', "EOT");

    private readonly IReadOnlyList<string> _angled;
    private readonly IReadOnlyList<string> _substitutes;

    private ControlCharacter(char character, string caret, char picture, params string[] names)
    {
        Character = character;
        _angled = [.. names.Select(name => $"<{name}>")];
        var code = ((int)character).ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
        _substitutes =
        [
            caret, picture.ToString(), .. _angled, .. names.Select(name => $"{{{name}}}"), .. names.Select(name => $"[{name}]"),
            $"<0x{code}>", $"\\x{code}", $"\\u00{code}",
        ];
    }

    public char Character { get; }

    /// <summary>The length of the substitute that a text begins with; 0 if it begins with none.</summary>
    public int SubstituteLength(ReadOnlySpan<char> text)
    {
        foreach (var substitute in _substitutes)
        {
            if (text.StartsWith(substitute, StringComparison.OrdinalIgnoreCase)) return substitute.Length;
        }

        return 0;
    }

    /// <summary>The length of the substitute that a text ends with; 0 if it ends with none.</summary>
    public int SubstituteLengthAtEnd(ReadOnlySpan<char> text)
    {
        foreach (var substitute in _substitutes)
        {
            if (text.EndsWith(substitute, StringComparison.OrdinalIgnoreCase)) return substitute.Length;
        }

        return 0;
    }

    /// <summary>Where a text holds a substitute in angle brackets, which GS1's characters can spell; -1 if nowhere.</summary>
    public int FindAnglesIn(string text) =>
        _angled.Select(angled => text.IndexOf(angled, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
}

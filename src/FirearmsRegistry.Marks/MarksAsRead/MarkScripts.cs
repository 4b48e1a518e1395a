using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>The scripts that the letters and digits of a mark belong to.</summary>
[Flags]
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkScripts
{
    /// <summary>Neither letters nor digits of any script of their own; the digits 0 to 9 belong to all.</summary>
    None = 0,

    /// <summary>Latin letters, full-width ones among them.</summary>
    Latin = 1,

    /// <summary>Cyrillic letters.</summary>
    Cyrillic = 2,

    /// <summary>Greek letters.</summary>
    Greek = 4,

    /// <summary>Arabic letters, and Arabic-Indic and Persian digits.</summary>
    Arabic = 8,

    /// <summary>Letters or digits of any other script.</summary>
    Other = 16,
}

/// <summary>Tells scripts apart.</summary>
internal static class MarkScript
{
    public static MarkScripts Of(string text)
    {
        var scripts = MarkScripts.None;
        foreach (var rune in text.EnumerateRunes())
            scripts |= Of(rune);
        return scripts;
    }

    public static IReadOnlyList<MarkScripts> Each(MarkScripts scripts) =>
        [.. Enum.GetValues<MarkScripts>().Where(script => script != MarkScripts.None && scripts.HasFlag(script))];

    public static bool AreMixed(MarkScripts scripts) => (scripts & (scripts - 1)) != 0;

    private static MarkScripts Of(Rune rune)
    {
        if (rune.Value is >= '0' and <= '9' or >= 0xFF10 and <= 0xFF19 || !IsLetterOrDigit(rune)) return MarkScripts.None;
        return rune.Value switch
        {
            < 0x250 or >= 0x1E00 and < 0x1F00 or >= 0x2070 and < 0x2190 or >= 0x2460 and < 0x2500 or >= 0xFB00 and <= 0xFB06
                or >= 0xFF21 and <= 0xFF5A => MarkScripts.Latin,
            >= 0x370 and < 0x400 or >= 0x1F00 and < 0x2000 => MarkScripts.Greek,
            >= 0x400 and < 0x530 or >= 0x1C80 and < 0x1C90 or >= 0x2DE0 and < 0x2E00 => MarkScripts.Cyrillic,
            >= 0x600 and < 0x700 or >= 0x750 and < 0x780 or >= 0xFB50 and < 0xFE00 or >= 0xFE70 and < 0xFEFF => MarkScripts.Arabic,
            _ => MarkScripts.Other,
        };
    }

    private static bool IsLetterOrDigit(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}

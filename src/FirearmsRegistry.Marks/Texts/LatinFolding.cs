using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Marks.Texts;

/// <summary>Brings characters of marks to Latin capitals and digits.</summary>
/// <remarks>
/// The system runs with invariant globalization, where <see cref="string.Normalize()"/> leaves every text as it is
/// (seen on .NET 10); hence the own table of compatibility forms.
/// </remarks>
internal static class LatinFolding
{
    // Capitals of other scripts that look like a Latin capital become that one, because that is what a reader types;
    // the rest are written as they sound.
    private const string TransliterationTable = """
        АA БB ВB ГG ДD ЕE ЖZH ЗZ ИI КK ЛL МM НH ОO ПP РP СC ТT УY ФF ХX ЦTS ЧCH ШSH ЩSHCH Ъ ЫY Ь ЭE ЮYU ЯYA
        ЄYE ІI ЅS ЈJ ЉLJ ЊNJ ЋTS ЂDJ ЏDZ ҐG ӀI ҮY ҺH ӘA ӨO ҚK ҢN ҰY ҒG ҲX ҖZH ҶCH ԚQ ԜW
        ΑA ΒB ΓG ΔD ΕE ΖZ ΗH ΘTH ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡP ΣS ΤT ΥY ΦF ΧX ΨPS ΩO ϹC ϺM ϳJ
        ÆAE ŒOE ØO ĐD ÐD ŁL ÞTH ĦH ŊN ŦT ıI ĸK ƏE
        """;

    private static readonly FrozenDictionary<int, string> PlainForms = CompatibilityForms.Read();

    private static readonly FrozenDictionary<int, string> Transliterations = TransliterationTable
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToFrozenDictionary(pair => (int)pair[0], pair => pair[1..]);

    /// <summary>Appends what a character of a mark stands for; nothing for separators, symbols and combining marks.</summary>
    public static void Append(StringBuilder key, Rune rune)
    {
        // Full-width forms are ASCII moved by a fixed distance (Unicode block FF00).
        if (rune.Value is >= 0xFF01 and <= 0xFF5E) rune = new Rune(rune.Value - 0xFEE0);
        rune = Rune.ToUpperInvariant(rune);

        if (rune.IsAscii)
        {
            if (Rune.IsLetterOrDigit(rune)) key.Append((char)rune.Value);
            return;
        }

        if (PlainForms.TryGetValue(rune.Value, out var plain))
        {
            foreach (var part in plain.EnumerateRunes()) AppendPlain(key, part);
            return;
        }

        AppendPlain(key, rune);
    }

    private static void AppendPlain(StringBuilder key, Rune rune)
    {
        if (Transliterations.TryGetValue(rune.Value, out var latin))
        {
            key.Append(latin);
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.DecimalDigitNumber:
                key.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.UppercaseLetter:
            case UnicodeCategory.LowercaseLetter:
            case UnicodeCategory.TitlecaseLetter:
            case UnicodeCategory.OtherLetter:
            case UnicodeCategory.LetterNumber:
                key.Append(rune.ToString());
                break;
            default:
                break;
        }
    }
}

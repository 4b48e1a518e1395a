using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Registry.Parties.SearchingByName;

/// <summary>
/// The words of a name in the form that searches compare: capitals without accents, Cyrillic and Greek as they sound (a mark's key takes
/// them as they look, which is right for metal and wrong for names), common spellings of one sound brought together, other scripts as they are.
/// </summary>
/// <remarks>The key of the beginning of a word is the beginning of the key of the word: prefixes stay prefixes.</remarks>
internal static class NameKeys
{
    private const string Sounds = """
        АA БB ВV ГG ҐG ЃG ДD ЕE ЁE ЄE ЭE ЖZH ЗZ ИI ІI ЇI ЙI ЫI КK ЌK ЛL МM НN ОO ПP РR СS ТT УU ЎU ФF ХKH ЦTS ЧCH ШSH ЩSHCH ЮIU ЯIA
        ЈJ ЉLJ ЊNJ ЋC ЂDJ ЏDZ ЅDZ Ъ Ь
        ΑA ΆA ΒV ΓG ΔD ΕE ΈE ΖZ ΗI ΉI ΘTH ΙI ΊI ΪI ΚK ΛL ΜM ΝN ΞX ΟO ΌO ΠP ΡR ΣS ΤT ΫI ΦF ΧCH ΨPS ΩO ΏO
        """;

    private static readonly FrozenDictionary<int, string> SoundOf = Sounds
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(pair => (int)pair[0], pair => pair[1..]);

    /// <summary>The keys of a name's words, each once, in the order of the name.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. Words(name).Select(KeyOf).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The keys of all names under which a party may be looked for.</summary>
    public static IReadOnlyList<string> Of(PersonalData data) =>
    [
        .. new[] { data.Name, data.GivenNames, data.FamilyName, data.NameInLatin }
            .OfType<Shared.Texts.ShortText>().SelectMany(name => Of(name.ToString())).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            // An apostrophe stands inside a word (O'Neill), every other separator between two.
            if (rune.Value is '\'' or '’' or 'ʼ' or '`')
                continue;
            if (IsPartOfWord(rune))
            {
                word.Append(rune.ToString());
                continue;
            }

            yield return word.ToString();
            word.Clear();
        }

        yield return word.ToString();
    }

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.Format;

    private static string KeyOf(string word)
    {
        var sounding = new StringBuilder(word.Length);
        var before = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var capital = Rune.ToUpperInvariant(rune).Value;
            sounding.Append(capital is 'Υ' or 'Ύ' ? Upsilon(before) : SoundOf.GetValueOrDefault(capital) ?? rune.ToString());
            before = capital;
        }

        return Join(SearchKey.Of(sounding.ToString()).ExactKey);
    }

    /// <summary>After another vowel it makes one sound with it (ELOT 743).</summary>
    private static string Upsilon(int before) => before switch { 'Ο' or 'Ό' => "U", 'Α' or 'Ε' => "V", _ => "I" };

    /// <summary>Y is I, W is V, an umlaut written with E is the bare vowel, and a doubled letter is one.</summary>
    private static string Join(string key)
    {
        var joined = new StringBuilder(key.Length);
        var before = '\0';
        foreach (var letter in key)
        {
            var plain = letter switch { 'Y' => 'I', 'W' => 'V', _ => letter };
            var umlaut = plain == 'E' && before is 'A' or 'O' or 'U';
            if (!umlaut && plain != before)
                joined.Append(plain);
            before = plain;
        }

        return joined.ToString();
    }
}

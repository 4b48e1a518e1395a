using System.Text;

namespace FirearmsRegistry.Marks.Texts;

/// <summary>
/// Characters that wear to look alike on small, worn or dotted marks, and the keys made by taking each group as one. They stand beside the
/// stored <see cref="SearchKey"/>, whose folded key is narrower.
/// </summary>
public static class ConfusionClasses
{
    /// <summary>The groups; the first character of each stands for all of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["0OQD", "1IL7", "2Z", "5S", "8B", "6G", "UV", "MNW"];

    /// <summary>The key in which the characters of each group are one.</summary>
    public static string KeyOf(SearchKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Create(key.ExactKey.Length, key.ExactKey, static (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = Of(from[i]);
        });
    }

    /// <summary>
    /// The key without letters between digits, which older records drop or replace: 369J257, 369M257 and 369257 have one. Letters before
    /// the first and after the last digit count (FBI, NCIC 2000 Operating Manual, Gun File).
    /// </summary>
    public static string EmbeddedKeyOf(SearchKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var exact = key.ExactKey;
        var first = exact.AsSpan().IndexOfAnyInRange('0', '9');
        var last = exact.AsSpan().LastIndexOfAnyInRange('0', '9');
        var kept = new StringBuilder(exact.Length);
        for (var i = 0; i < exact.Length; i++)
        {
            if (i <= first || i >= last || char.IsAsciiDigit(exact[i])) kept.Append(exact[i]);
        }

        return kept.ToString();
    }

    /// <summary>The character that stands for a character's group; itself where it has none.</summary>
    public static char Of(char character)
    {
        foreach (var group in All)
        {
            if (group.Contains(character, StringComparison.Ordinal)) return group[0];
        }

        return character;
    }
}

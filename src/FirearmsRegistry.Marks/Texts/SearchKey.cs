using System.Text;

namespace FirearmsRegistry.Marks.Texts;

/// <summary>
/// What a mark is searched by, derived from its text and never shown instead of it: look-alike scripts and digits brought to Latin
/// capitals and 0-9, accents, separators and symbols dropped.
/// </summary>
/// <param name="ExactKey">Letters and digits as they are meant to be; empty for a text of symbols only.</param>
/// <param name="FoldedKey">
/// The coarser key, in which characters that wear to look alike are one: O and Q are 0, I and L are 1, S is 5, B is 8, Z is 2, G is 6.
/// </param>
/// <remarks>Texts with the same exact key have the same folded key. Deriving a key from a key changes nothing.</remarks>
public sealed record SearchKey(string ExactKey, string FoldedKey)
{
    /// <summary>Whether nothing searchable is left, as of a mark made of symbols only.</summary>
    public bool IsEmpty => ExactKey.Length == 0;

    /// <summary>Derives the keys of a mark.</summary>
    public static SearchKey Of(MarkText text) => Of(text.ToString());

    /// <summary>Derives the keys of any text, for example of what a clerk types into a search.</summary>
    public static SearchKey Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var exact = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) LatinFolding.Append(exact, rune);
        var key = exact.ToString();
        return new SearchKey(key, string.Create(key.Length, key, static (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = FoldWorn(from[i]);
        }));
    }

    private static char FoldWorn(char character) => character switch
    {
        'O' or 'Q' => '0',
        'I' or 'L' => '1',
        'S' => '5',
        'B' => '8',
        'Z' => '2',
        'G' => '6',
        _ => character,
    };
}

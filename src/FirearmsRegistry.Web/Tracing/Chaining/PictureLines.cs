using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Web.Tracing.Chaining;

/// <summary>Breaks text into lines for a picture, which does not break them itself.</summary>
internal static class PictureLines
{
    /// <summary>The lines, none wider than so many Latin letters, unless one word is.</summary>
    public static IReadOnlyList<string> Of(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && WidthOf(line.ToString()) + WidthOf(piece.TrimEnd()) > width)
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
            }

            line.Append(piece);
        }

        if (line.ToString().Trim() is { Length: > 0 } last)
            lines.Add(last);
        return lines;
    }

    /// <summary>Words with the blank behind them; ideographs one by one, since they have none.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            word.Append(rune);
            if (!Rune.IsWhiteSpace(rune) && !IsWide(rune))
                continue;
            yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static int WidthOf(string text) => text.EnumerateRunes().Sum(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : IsWide(rune) ? 2 : 1);

    private static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 and <= 0xFFDC;
}

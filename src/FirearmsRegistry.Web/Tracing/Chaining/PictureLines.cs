using System.Text;
using FirearmsRegistry.Web.Shared.Showing;

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
            if (line.Length > 0 && LetterWidth.Of(line.ToString()) + LetterWidth.Of(piece.TrimEnd()) > width)
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
            if (!Rune.IsWhiteSpace(rune) && !LetterWidth.IsWide(rune))
                continue;
            yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}

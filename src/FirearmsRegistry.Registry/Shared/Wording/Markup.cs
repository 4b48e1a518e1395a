using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FirearmsRegistry.Registry.Shared.Wording;

/// <summary>HTML that is safe to put into a page: whatever came from outside went through one of these.</summary>
/// <param name="Html">The markup.</param>
internal readonly record struct Markup(string Html)
{
    private const char ZeroWidthNonJoiner = '\u200C';

    private const char ZeroWidthJoiner = '\u200D';

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Words of the report itself.</summary>
    public static Markup Words(string text) => new(Encoder.Encode(text));

    /// <summary>
    /// A mark exactly as marked, left to right whatever surrounds it. What cannot be seen is shown by its code point: it can neither hide
    /// nor turn the order of what stands beside it.
    /// </summary>
    public static Markup Mark(string text) => new($"<bdi dir=\"ltr\" class=\"mark\">{Visible(text, keepJoiners: false)}</bdi>");

    /// <summary>A number, an id, a reference or a code: left to right whatever surrounds it.</summary>
    public static Markup Figure(string text) => new($"<bdi dir=\"ltr\">{Visible(text, keepJoiners: false)}</bdi>");

    /// <summary>An id in small letters.</summary>
    public static Markup Id(Guid id) => new($"<bdi dir=\"ltr\" class=\"id\">{id}</bdi>");

    /// <summary>What a person wrote, in whatever script: its own direction, its lines kept.</summary>
    public static Markup Free(string text) => new($"<bdi dir=\"auto\">{Visible(text, keepJoiners: true)}</bdi>");

    /// <summary>Puts markup into the places of a sentence: <c>{from}</c>, <c>{to}</c>.</summary>
    public static Markup Sentence(string words, params ReadOnlySpan<(string Place, Markup Value)> values)
    {
        var html = Encoder.Encode(words);
        foreach (var (place, value) in values)
            html = html.Replace(Encoder.Encode($"{{{place}}}"), value.Html, StringComparison.Ordinal);
        return new Markup(html);
    }

    public static Markup operator +(Markup left, Markup right) => new(left.Html + right.Html);

    /// <summary>Whether a text holds what cannot be seen, or what turns the order of what stands beside it.</summary>
    public static bool Hides(string text) => text.EnumerateRunes().Any(rune => !IsSeen(rune) && rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner));

    private static string Visible(string text, bool keepJoiners)
    {
        var html = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
                html.Append("<br>");
            else if (IsSeen(rune) || (keepJoiners && rune.Value is (ZeroWidthJoiner or ZeroWidthNonJoiner or '\r' or '\t')))
                html.Append(Encoder.Encode(rune.ToString()));
            else
                html.Append(CultureInfo.InvariantCulture, $"<span class=\"unseen\">U+{rune.Value:X4}</span>");
        }

        return html.ToString();
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.Surrogate);
}

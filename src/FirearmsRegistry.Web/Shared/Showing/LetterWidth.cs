using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Web.Shared.Showing;

/// <summary>How wide a text is about, where it must fit before any browser has laid it out.</summary>
internal static class LetterWidth
{
    /// <summary>In Latin letters: an ideograph is as wide as two of them, an accent is not wide at all.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : IsWide(rune) ? 2 : 1);

    /// <summary>Whether it is an ideograph or a sign that goes with them.</summary>
    public static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 and <= 0xFFDC;
}

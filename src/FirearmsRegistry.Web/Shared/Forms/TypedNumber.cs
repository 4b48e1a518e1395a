using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>
/// Numbers as people type them, or copy them from a page: with the digits of their script, with the signs between thousands and before decimals of their
/// language. What may be read in two ways is no number: "1,200" is twelve hundred in one language and a little more than one in another.
/// </summary>
internal static class TypedNumber
{
    public static bool TryParse(string text, out decimal number)
    {
        var plain = Plain(text);
        var parts = plain.Split(',');
        number = 0;
        // One comma is the decimal sign, unless three digits stand behind it; more than one, and one before a point, are between thousands.
        if (parts.Length == 2 && !plain.Contains('.'))
            return !IsGroup(parts[1]) && Parse(plain.Replace(',', '.'), out number);
        var whole = parts[^1].Split('.')[0];
        return (parts.Length == 1 || (parts[0].TrimStart('-') is { Length: >= 1 and <= 3 } && parts[1..^1].All(IsGroup) && IsGroup(whole)))
            && Parse(plain.Replace(",", "", StringComparison.Ordinal), out number);
    }

    private static bool Parse(string plain, out decimal number) =>
        decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool IsGroup(string part) => part.Length == 3 && part.All(char.IsAsciiDigit);

    /// <summary>With the digits 0 to 9 and the signs of English, and without the blanks that stand between thousands.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (IsBlank(sign) && IsBetweenThousands(text, at))
                continue;
            plain.Append(sign switch
            {
                '\u066B' => '.',
                '\u066C' => ',',
                '\u2212' => '-',
                _ when char.IsDigit(sign) => (char)('0' + (int)char.GetNumericValue(sign)),
                _ => sign,
            });
        }

        return plain.ToString();
    }

    private static bool IsBlank(char sign) => sign is ' ' or '\u00A0' or '\u202F' or '\u2009';

    private static bool IsBetweenThousands(string text, int at) => at > 0 && char.IsDigit(text[at - 1])
        && text.Length >= at + 4 && text.AsSpan(at + 1, 3).ToString().All(char.IsDigit) && (text.Length == at + 4 || !char.IsDigit(text[at + 4]));
}

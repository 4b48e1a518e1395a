namespace FirearmsRegistry.Marks.CheckCharacters;

/// <summary>
/// ISO/IEC 7064 MOD 1271-36: two check characters over 0-9 and A-Z. Finds every single wrong character and every swap of neighbours.
/// </summary>
public static class Mod1271x36
{
    private const int Modulus = 1271;
    private const int Radix = 36;

    /// <summary>The two check characters to append to a text of 0-9 and A-Z.</summary>
    /// <exception cref="ArgumentException">The text is empty or holds another character.</exception>
    public static string Compute(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) throw new ArgumentException("There is nothing to check in an empty text.", nameof(text));
        var product = 0;
        foreach (var character in text) product = (product + Alphanumeric.Require(character)) * Radix % Modulus;
        product = product * Radix % Modulus;
        var check = (1 - product + Modulus) % Modulus;
        return new string([Alphanumeric.Of(check / Radix), Alphanumeric.Of(check % Radix)]);
    }

    /// <summary>Whether a text ends in its own two check characters. Any other character, or fewer than three, makes it invalid.</summary>
    public static bool IsValid(ReadOnlySpan<char> textWithCheck)
    {
        if (textWithCheck.Length < 3) return false;
        var sum = 0;
        foreach (var character in textWithCheck)
        {
            var value = Alphanumeric.ValueOf(character);
            if (value < 0) return false;
            sum = (sum * Radix + value) % Modulus;
        }

        return sum == 1;
    }
}

namespace FirearmsRegistry.Marks.CheckCharacters;

/// <summary>
/// ISO/IEC 7064 MOD 37,36 (hybrid): one check character over 0-9 and A-Z. Finds every single wrong character and most swaps of neighbours.
/// </summary>
public static class Mod37x36
{
    private const int Radix = 36;

    /// <summary>The check character to append to a text of 0-9 and A-Z.</summary>
    /// <exception cref="ArgumentException">The text is empty or holds another character.</exception>
    public static char Compute(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) throw new ArgumentException("There is nothing to check in an empty text.", nameof(text));
        var product = Radix;
        foreach (var character in text)
        {
            var sum = (product + Alphanumeric.Require(character)) % Radix;
            product = (sum == 0 ? Radix : sum) * 2 % (Radix + 1);
        }

        return Alphanumeric.Of((Radix + 1 - product) % Radix);
    }

    /// <summary>Whether a text ends in its own check character. Any other character, or fewer than two, makes it invalid.</summary>
    public static bool IsValid(ReadOnlySpan<char> textWithCheck)
    {
        if (textWithCheck.Length < 2) return false;
        foreach (var character in textWithCheck)
        {
            if (Alphanumeric.ValueOf(character) < 0) return false;
        }

        return Compute(textWithCheck[..^1]) == textWithCheck[^1];
    }
}

namespace FirearmsRegistry.Marks.NationalNumbers;

/// <summary>Puts right what a reader takes for something else on small or worn marks.</summary>
internal static class NationalNumberReading
{
    private const int CountryLength = 2;

    /// <summary>The 14 characters in capitals with look-alikes put right; nothing if there are not 14 letters and digits.</summary>
    public static string? PutRight(string? text)
    {
        // The printed form has three spaces; anything longer is no number, however it is spaced.
        if (text is null || text.Length > NationalNumber.Length + 3) return null;
        Span<char> number = stackalloc char[NationalNumber.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (character == ' ') continue;
            if (length == number.Length || !char.IsAsciiLetterOrDigit(character)) return null;
            number[length] = PutRight(char.ToUpperInvariant(character), length < CountryLength);
            length++;
        }

        return length == number.Length ? new string(number) : null;
    }

    private static char PutRight(char character, bool inCountry) => (character, inCountry) switch
    {
        ('1', true) => 'I',
        ('0', true) => 'O',
        ('I', false) => '1',
        ('O' or 'Q', false) => '0',
        _ => character,
    };
}

namespace FirearmsRegistry.Marks.CheckCharacters;

/// <summary>The alphabet of the alphanumeric systems of ISO/IEC 7064: 0-9 are 0 to 9, A-Z are 10 to 35.</summary>
internal static class Alphanumeric
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static char Of(int value) => Characters[value];

    /// <summary>The value of a character, or -1 for one outside the alphabet.</summary>
    public static int ValueOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => -1,
    };

    /// <exception cref="ArgumentException">The text holds a character outside the alphabet.</exception>
    public static int Require(char character) => ValueOf(character) is >= 0 and var value
        ? value
        : throw new ArgumentException("Check characters are computed over 0-9 and A-Z only.", nameof(character));
}

namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>The characters that a value may hold.</summary>
internal sealed record Characters(string Name, Func<char, bool> Contains)
{
    public static readonly Characters Digits = new("digits", char.IsAsciiDigit);

    public static readonly Characters Capitals = new("capital letters A to Z", char.IsAsciiLetterUpper);

    public static readonly Characters CapitalsAndDigits = new("capital letters A to Z and digits", c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    /// <summary>VIN and registry numbers leave out what wears to a digit (ISO 3779).</summary>
    public static readonly Characters CapitalsAndDigitsOfVin = new("capital letters without I, O and Q, and digits",
        c => char.IsAsciiDigit(c) || (char.IsAsciiLetterUpper(c) && c is not ('I' or 'O' or 'Q')));

    public static readonly Characters Printable = new("printable characters of ASCII", c => c is >= ' ' and <= '~');

    /// <summary>GS1 General Specifications, encodable character set 82.</summary>
    public static readonly Characters Set82 = new("characters of GS1 set 82",
        c => char.IsAsciiLetterOrDigit(c) || "!\"%&'()*+,-./:;<=>?_".Contains(c, StringComparison.Ordinal));
}

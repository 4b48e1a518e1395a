namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>An identifier found in a text.</summary>
/// <param name="Rule">What its value must be.</param>
/// <param name="Length">The characters from its first to the value's first.</param>
/// <param name="IsListed">Whether the identifier is one that this system knows, and not only well formed.</param>
internal sealed record FoundIdentifier(ElementRule Rule, int Length, bool IsListed);

/// <summary>Finds identifiers by vocabulary.</summary>
internal static class IdentifierTable
{
    /// <summary>The identifier that a text begins with; none where there is none that can be told from its value.</summary>
    public static FoundIdentifier? Find(ElementSyntax syntax, ReadOnlySpan<char> text) => syntax switch
    {
        ElementSyntax.ApplicationIdentifiers => ApplicationIdentifiers.Find(text),
        ElementSyntax.DataIdentifiers => DataIdentifiers.Find(text),
        ElementSyntax.TextElements => TextElementIdentifiers.Find(text),
    };

    /// <summary>How a vocabulary's identifiers look, for a person.</summary>
    public static string Shape(ElementSyntax syntax) => syntax switch
    {
        ElementSyntax.ApplicationIdentifiers => $"a GS1 application identifier known here ({ApplicationIdentifiers.Known})",
        ElementSyntax.DataIdentifiers => "a data identifier: up to three digits and a capital letter",
        ElementSyntax.TextElements => "a text element identifier: three capital letters and a space",
    };

    public static string Source(ElementSyntax syntax) => syntax switch
    {
        ElementSyntax.ApplicationIdentifiers => ApplicationIdentifiers.Source,
        ElementSyntax.DataIdentifiers => DataIdentifiers.Source,
        ElementSyntax.TextElements => TextElementIdentifiers.Source,
    };

    /// <summary>What stands between an identifier and its value.</summary>
    public static string Gap(ElementSyntax syntax) => syntax == ElementSyntax.TextElements ? " " : "";
}

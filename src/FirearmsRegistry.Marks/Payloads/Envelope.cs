using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>One format envelope of an ISO/IEC 15434 message: elements of one vocabulary, none of which stands twice unless it may.</summary>
public sealed class Envelope
{
    private Envelope(ElementSyntax syntax, IReadOnlyList<PayloadElement> elements)
    {
        Syntax = syntax;
        Elements = elements;
    }

    /// <summary>The vocabulary of its identifiers.</summary>
    public ElementSyntax Syntax { get; }

    /// <summary>The two digits of the format: 05, 06 or 12.</summary>
    public string Format => FormatOf(Syntax);

    /// <summary>The elements in the order of the payload.</summary>
    public IReadOnlyList<PayloadElement> Elements { get; }

    /// <summary>Puts elements into an envelope.</summary>
    public static Parsed<Envelope> Of(params IReadOnlyList<PayloadElement> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        if (elements.Count == 0) return PayloadFaults.NoElements(0);
        var syntax = elements[0].Syntax;
        if (elements.Any(element => element.Syntax != syntax)) return PayloadFaults.SyntaxesMixed();
        return Repeated(elements) is { } at ? PayloadFaults.IdentifierRepeated(elements[at].Identifier, syntax, 0) : new Envelope(syntax, [.. elements]);
    }

    /// <summary>The index of the first element that stands again although it may not; none if there is none.</summary>
    internal static int? Repeated(IReadOnlyList<PayloadElement> elements)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < elements.Count; i++)
        {
            if (!seen.Add(elements[i].Identifier) && !elements[i].Rule.IsRepeatable) return i;
        }

        return null;
    }

    internal static string FormatOf(ElementSyntax syntax) => syntax switch
    {
        ElementSyntax.ApplicationIdentifiers => "05",
        ElementSyntax.DataIdentifiers => "06",
        ElementSyntax.TextElements => "12",
    };

    internal static ElementSyntax? SyntaxOf(string format) => format switch
    {
        "05" => ElementSyntax.ApplicationIdentifiers,
        "06" => ElementSyntax.DataIdentifiers,
        "12" => ElementSyntax.TextElements,
        _ => null,
    };
}

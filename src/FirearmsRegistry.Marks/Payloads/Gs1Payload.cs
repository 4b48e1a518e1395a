using System.Text;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>
/// A GS1 element string as a reader of a GS1 symbol passes it on: without the FNC1 that begins the symbol, a GS after each element
/// whose length is not predefined, none at the end.
/// </summary>
public sealed class Gs1Payload : Payload
{
    private Gs1Payload(string text, IReadOnlyList<PayloadElement> elements)
        : base(text)
    {
        Elements = elements;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<PayloadElement> Elements { get; }

    /// <summary>Puts elements with GS1 application identifiers one after the other.</summary>
    public static Parsed<Gs1Payload> Of(params IReadOnlyList<PayloadElement> elements)
    {
        if (!Envelope.Of(elements).TryGet(out var envelope, out var fault)) return fault;
        if (envelope.Syntax != ElementSyntax.ApplicationIdentifiers) return PayloadFaults.SyntaxesMixed();
        var text = Write(envelope.Elements);
        return text.Length > MaxLength ? PayloadFaults.TooLong() : new Gs1Payload(text, envelope.Elements);
    }

    private static string Write(IReadOnlyList<PayloadElement> elements)
    {
        var text = new StringBuilder();
        for (var i = 0; i < elements.Count; i++)
        {
            text.Append(elements[i].Text);
            if (i < elements.Count - 1 && !elements[i].Rule.HasPredefinedLength) text.Append(ControlCharacter.GroupSeparator.Character);
        }

        return text.ToString();
    }
}

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>Payloads that carry a unique item identifier by data identifiers (MIL-STD-130N table A-II).</summary>
public static class IuidPayload
{
    /// <summary>Construct 1, serialised within the enterprise: <c>18S</c>.</summary>
    public static Parsed<EnvelopePayload> Construct1(Ncage enterprise, string serial) => Complete(("18S", $"{enterprise}{serial}"));

    /// <summary>Construct 2, serialised within the original part number: <c>17V</c>, <c>1P</c>, <c>S</c>.</summary>
    public static Parsed<EnvelopePayload> Construct2(Ncage enterprise, string partNumber, string serial) =>
        Complete(("17V", enterprise.ToString()), ("1P", partNumber), ("S", serial));

    /// <summary>Construct 2 within a lot or batch: <c>17V</c>, <c>1T</c>, <c>S</c>.</summary>
    public static Parsed<EnvelopePayload> Construct2InLot(Ncage enterprise, string lot, string serial) =>
        Complete(("17V", enterprise.ToString()), ("1T", lot), ("S", serial));

    private static Parsed<EnvelopePayload> Complete(params ReadOnlySpan<(string Identifier, string Value)> parts)
    {
        var elements = new List<PayloadElement>();
        foreach (var (identifier, value) in parts)
        {
            if (!PayloadElement.Of(ElementSyntax.DataIdentifiers, identifier, value).TryGet(out var element, out var fault)) return fault;
            elements.Add(element);
        }

        return Envelope.Of(elements).Match(envelope => EnvelopePayload.Of(envelope), fault => fault)
            .Match(payload => UniqueItem.Of(payload).Match<Parsed<EnvelopePayload>>(_ => payload, fault => fault), fault => fault);
    }
}

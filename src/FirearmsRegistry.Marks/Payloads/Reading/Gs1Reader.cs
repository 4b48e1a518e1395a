using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Payloads.Identifiers;

namespace FirearmsRegistry.Marks.Payloads.Reading;

/// <summary>Reads GS1 element strings that stand without an envelope.</summary>
internal static class Gs1Reader
{
    private const ElementSyntax Syntax = ElementSyntax.ApplicationIdentifiers;

    public static Parsed<PayloadReading> Read(string given, int start, SymbologyIdentifier? symbology)
    {
        var message = MessageText.Of(given, start, [ControlCharacter.GroupSeparator], null);
        var text = message.Text;
        var elements = new List<PayloadElement>();
        var isRepaired = message.IsRepaired;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ControlCharacter.GroupSeparator.Character)
            {
                if (at > 0 && text[at - 1] == text[at]) return PayloadFaults.IdentifierUnknown(Syntax, message.PlaceOf(at));
                // At the beginning it is the symbol's own FNC1, at the end and after a predefined length it says nothing new.
                isRepaired |= at == 0 || at == text.Length - 1 || elements[^1].Rule.HasPredefinedLength;
                at++;
                continue;
            }

            if (IdentifierTable.Find(Syntax, text.AsSpan(at)) is not { } found) return PayloadFaults.IdentifierUnknown(Syntax, message.PlaceOf(at));
            var valueAt = at + found.Length;
            var end = End(text, valueAt, found.Rule);
            if (!PayloadElement.Of(Syntax, found.Rule, text[valueAt..end]).TryGet(out var element, out var fault))
                return fault with { At = message.PlaceOf(valueAt + fault.At.GetValueOrDefault()) };
            elements.Add(element);
            if (Envelope.Repeated(elements) is not null) return PayloadFaults.IdentifierRepeated(element.Identifier, Syntax, message.PlaceOf(at));
            at = end;
        }

        return elements.Count == 0
            ? PayloadFaults.IdentifierUnknown(Syntax, message.PlaceOf(text.Length))
            : Gs1Payload.Of(elements).Match<Parsed<PayloadReading>>(payload => new PayloadReading(payload, isRepaired, symbology), fault => fault);
    }

    private static int End(string text, int valueAt, ElementRule rule)
    {
        var separator = text.IndexOf(ControlCharacter.GroupSeparator.Character, valueAt);
        var end = separator < 0 ? text.Length : separator;
        return rule.HasPredefinedLength ? Math.Min(end, valueAt + rule.Longest) : end;
    }
}

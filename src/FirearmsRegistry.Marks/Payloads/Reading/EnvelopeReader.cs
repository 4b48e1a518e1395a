using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Payloads.Identifiers;

namespace FirearmsRegistry.Marks.Payloads.Reading;

/// <summary>Reads ISO/IEC 15434 messages.</summary>
internal sealed class EnvelopeReader
{
    private const int FormatLength = 2;

    private static readonly char Gs = ControlCharacter.GroupSeparator.Character;
    private static readonly char Rs = ControlCharacter.RecordSeparator.Character;
    private static readonly char Eot = ControlCharacter.EndOfTransmission.Character;

    private readonly MessageText _message;
    private readonly string _text;
    private readonly List<Envelope> _envelopes = [];
    private bool _isRepaired;
    private int _at;

    private EnvelopeReader(MessageText message)
    {
        _message = message;
        _text = message.Text;
        _isRepaired = message.IsRepaired;
    }

    public static Parsed<PayloadReading> Read(string given, int start, SymbologyIdentifier? symbology)
    {
        var reader = new EnvelopeReader(MessageText.Of(
            given, start, [ControlCharacter.GroupSeparator, ControlCharacter.RecordSeparator], ControlCharacter.EndOfTransmission));
        if (reader.Header() is { } fault) return fault;
        return EnvelopePayload.Of(reader._envelopes)
            .Match<Parsed<PayloadReading>>(payload => new PayloadReading(payload, reader._isRepaired, symbology), fault => fault);
    }

    private bool IsAtEnd => _at == _text.Length;

    private int Place => _message.PlaceOf(_at);

    private Fault? Header()
    {
        foreach (var character in EnvelopePayload.Indicator)
        {
            if (!Takes(character)) return PayloadFaults.HeaderBroken(Place);
        }

        _isRepaired |= !Takes(Rs);
        return Envelopes();
    }

    private Fault? Envelopes()
    {
        while (true)
        {
            if (OneEnvelope() is { } fault) return fault;
            // The RS that ends an envelope may be left out before EOT; a message without EOT lost it on the way.
            var isRecordEnd = Takes(Rs);
            if (Takes(Eot)) return IsAtEnd ? null : PayloadFaults.TextAfterEnd(Place);
            if (IsAtEnd)
            {
                _isRepaired = true;
                return null;
            }

            if (!isRecordEnd) return PayloadFaults.SeparatorMissing(Place);
        }
    }

    private Fault? OneEnvelope()
    {
        for (var digit = 0; digit < FormatLength; digit++)
        {
            if (_at + digit >= _text.Length || !char.IsAsciiDigit(_text[_at + digit])) return PayloadFaults.HeaderBroken(_message.PlaceOf(_at + digit));
        }

        if (Envelope.SyntaxOf(_text.Substring(_at, FormatLength)) is not { } syntax) return PayloadFaults.FormatUnknown(Place);
        _at += FormatLength;
        var elements = new List<PayloadElement>();
        if (Elements(syntax, elements) is { } fault) return fault;
        return Envelope.Of(elements).Match<Fault?>(
            envelope =>
            {
                _envelopes.Add(envelope);
                return null;
            },
            fault => fault with { At = Place });
    }

    private Fault? Elements(ElementSyntax syntax, List<PayloadElement> elements)
    {
        if (IsAtEnd || _text[_at] == Rs || _text[_at] == Eot) return PayloadFaults.NoElements(Place);
        if (_text[_at] != Gs) return _text.Contains(Gs, StringComparison.Ordinal) ? PayloadFaults.SeparatorMissing(Place) : Unseparated(syntax, elements);
        while (Takes(Gs))
        {
            if (IdentifierTable.Find(syntax, _text.AsSpan(_at)) is not { } found) return PayloadFaults.IdentifierUnknown(syntax, Place);
            if (Element(syntax, found, End(_at + found.Length), elements) is { } fault) return fault;
        }

        return null;
    }

    private Fault? Unseparated(ElementSyntax syntax, List<PayloadElement> elements)
    {
        _isRepaired = true;
        var end = End(_at);
        if (UnseparatedElements.Ends(syntax, _text[_at..end]) is not { } ends) return PayloadFaults.SeparatorsLost(Place);
        var start = _at;
        foreach (var elementEnd in ends)
        {
            var found = IdentifierTable.Find(syntax, _text.AsSpan(_at))!;
            if (Element(syntax, found, start + elementEnd, elements) is { } fault) return fault;
        }

        return null;
    }

    private Fault? Element(ElementSyntax syntax, FoundIdentifier found, int end, List<PayloadElement> elements)
    {
        var valueAt = _at + found.Length;
        if (!PayloadElement.Of(syntax, found.Rule, _text[valueAt..end]).TryGet(out var element, out var fault))
            return fault with { At = _message.PlaceOf(valueAt + fault.At.GetValueOrDefault()) };
        elements.Add(element);
        if (Envelope.Repeated(elements) is not null) return PayloadFaults.IdentifierRepeated(element.Identifier, syntax, Place);
        _at = end;
        return null;
    }

    private int End(int from)
    {
        var length = _text.AsSpan(from).IndexOfAny(Gs, Rs, Eot);
        return length < 0 ? _text.Length : from + length;
    }

    private bool Takes(char character)
    {
        if (IsAtEnd || _text[_at] != character) return false;
        _at++;
        return true;
    }
}

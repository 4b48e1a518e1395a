using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Payloads.Reading;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>Reads the text that a barcode reader passes on.</summary>
public static class PayloadReader
{
    /// <summary>
    /// Reads a payload: exact, or repaired where the reader lost or replaced control characters and only one meaning is left. Values are
    /// never trimmed. A symbology identifier before the text (<c>]d1</c>) is understood.
    /// </summary>
    /// <param name="text">The text from the symbol.</param>
    /// <returns>
    /// The payload, or a fault with its <see cref="Fault.Name"/> and with <see cref="Fault.At"/>, the index in <paramref name="text"/> of the
    /// first character that cannot stand there. Nothing is ever thrown.
    /// </returns>
    public static Parsed<PayloadReading> Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return PayloadFaults.Empty();
        if (text.Length > Payload.MaxLength) return PayloadFaults.TooLong();
        if (text[0] != ']') return Read(text, 0, null);
        var prefix = text[..Math.Min(text.Length, SymbologyIdentifier.Length)];
        return SymbologyIdentifier.Parse(prefix).Match(symbology => Read(text, prefix.Length, symbology), fault => fault);
    }

    private static Parsed<PayloadReading> Read(string text, int start, SymbologyIdentifier? symbology)
    {
        if (start == text.Length) return PayloadFaults.Empty() with { At = start };
        if (symbology is { IsGs1: true }) return Gs1Reader.Read(text, start, symbology);
        if (text[start] == EnvelopePayload.Indicator[0]) return EnvelopeReader.Read(text, start, symbology);
        if (char.IsAsciiDigit(text[start]) || IsSeparator(text, start))
            return symbology is null ? Gs1Reader.Read(text, start, null) : PayloadFaults.NotGs1Symbol(start);
        return NumberReader.Read(text, start, symbology);
    }

    // Some readers pass the FNC1 that begins a GS1 symbol on as a separator.
    private static bool IsSeparator(string text, int start) =>
        text[start] == ControlCharacter.GroupSeparator.Character || ControlCharacter.GroupSeparator.SubstituteLength(text.AsSpan(start)) > 0;
}

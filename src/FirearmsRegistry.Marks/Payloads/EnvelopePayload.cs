using System.Text;

using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>An ISO/IEC 15434 message: <c>[)&gt;</c>, RS, envelopes each ending in RS, EOT.</summary>
public sealed class EnvelopePayload : Payload
{
    /// <summary>What a message begins with.</summary>
    internal const string Indicator = "[)>";

    private EnvelopePayload(string text, IReadOnlyList<Envelope> envelopes)
        : base(text)
    {
        Envelopes = envelopes;
        Elements = [.. envelopes.SelectMany(envelope => envelope.Elements)];
    }

    /// <summary>The envelopes in the order of the text.</summary>
    public IReadOnlyList<Envelope> Envelopes { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PayloadElement> Elements { get; }

    /// <inheritdoc/>
    public override NationalNumber? NationalNumber =>
        Elements.Select(NationalPayload.NumberIn).FirstOrDefault(number => number is not null);

    /// <summary>Makes a message of envelopes.</summary>
    public static Parsed<EnvelopePayload> Of(params IReadOnlyList<Envelope> envelopes)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        if (envelopes.Count == 0) return PayloadFaults.NoElements(0);
        var text = Write(envelopes);
        return text.Length > MaxLength ? PayloadFaults.TooLong() : new EnvelopePayload(text, [.. envelopes]);
    }

    private static string Write(IReadOnlyList<Envelope> envelopes)
    {
        var text = new StringBuilder(Indicator).Append(ControlCharacter.RecordSeparator.Character);
        foreach (var envelope in envelopes)
        {
            text.Append(envelope.Format);
            foreach (var element in envelope.Elements) text.Append(ControlCharacter.GroupSeparator.Character).Append(element.Text);
            text.Append(ControlCharacter.RecordSeparator.Character);
        }

        return text.Append(ControlCharacter.EndOfTransmission.Character).ToString();
    }
}

using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>How a unique item identifier is made of the elements marked (MIL-STD-130N table A-II).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum UiiConstruct
{
    /// <summary>Construct 1: enterprise and a serial that is unique in it.</summary>
    WithinEnterprise,

    /// <summary>Construct 2: enterprise, original part, lot or batch number, and a serial that is unique within it.</summary>
    WithinPart,

    /// <summary>An identifier that is unique by itself: VIN, ESN or MEID, GRAI, GIAI.</summary>
    Equivalent,
}

/// <summary>The unique item identifier that the elements of a payload give.</summary>
/// <param name="Uii">The identifier.</param>
/// <param name="Construct">How it is made.</param>
public sealed record UniqueItem(Uii Uii, UiiConstruct Construct)
{
    private static readonly (string Identifier, string Agency)[] Enterprises =
        [("17V", "D"), ("12V", "UN"), ("3V", ""), ("7L", "LD"), ("18V", ""), ("CAG", "D"), ("MFR", "D"), ("SPL", "D"), ("DUN", "UN")];

    /// <summary>Derives the identifier.</summary>
    /// <remarks>
    /// Faults: <c>uii-incomplete</c>, <c>uii-ambiguous</c> (two different identifiers), <c>uii-length</c>, <c>uii-character</c> (its place
    /// counts within the identifier).
    /// </remarks>
    public static Parsed<UniqueItem> Of(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var found = payload is Gs1Payload
            ? Gs1(payload.Elements).Distinct().ToList()
            : ((payload as EnvelopePayload)?.Envelopes ?? []).SelectMany(In).Distinct().ToList();
        return found switch
        {
            [] => PayloadFaults.UiiIncomplete(),
            [var (text, construct)] => Uii.Parse(text).Match<Parsed<UniqueItem>>(uii => new UniqueItem(uii, construct), fault => fault),
            _ => PayloadFaults.UiiAmbiguous(),
        };
    }

    private static IEnumerable<(string, UiiConstruct)> In(Envelope envelope) => envelope.Syntax switch
    {
        ElementSyntax.ApplicationIdentifiers => Gs1(envelope.Elements),
        ElementSyntax.DataIdentifiers => DataIdentifiers(envelope.Elements),
        ElementSyntax.TextElements => TextElements(envelope.Elements),
    };

    private static IEnumerable<(string, UiiConstruct)> Gs1(IReadOnlyList<PayloadElement> elements) => Equivalents(elements, "8003", "8004");

    private static IEnumerable<(string, UiiConstruct)> DataIdentifiers(IReadOnlyList<PayloadElement> elements) =>
    [
        .. Values(elements, "18S").Select(value => (Ncage.IssuingAgency + value, UiiConstruct.WithinEnterprise)),
        .. Values(elements, "25S").Select(value => (value, UiiConstruct.WithinEnterprise)),
        .. from enterprise in Enterprise(elements)
           from part in Values(elements, "1P", "1T")
           from serial in Values(elements, "S")
           select (enterprise + part + serial, UiiConstruct.WithinPart),
        .. Equivalents(elements, "I", "22S"),
    ];

    private static IEnumerable<(string, UiiConstruct)> TextElements(IReadOnlyList<PayloadElement> elements) =>
    [
        .. from enterprise in Enterprise(elements)
           from serial in Values(elements, "SER", "UCN")
           select (enterprise + serial, UiiConstruct.WithinEnterprise),
        .. from enterprise in Enterprise(elements)
           from part in Values(elements, "PNO")
           from serial in Values(elements, "SEQ")
           select (enterprise + part + serial, UiiConstruct.WithinPart),
    ];

    private static IEnumerable<string> Enterprise(IReadOnlyList<PayloadElement> elements) =>
        from agency in Enterprises from value in Values(elements, agency.Identifier) select agency.Agency + value;

    private static IEnumerable<(string, UiiConstruct)> Equivalents(IReadOnlyList<PayloadElement> elements, params string[] identifiers) =>
        Values(elements, identifiers).Select(value => (value, UiiConstruct.Equivalent));

    private static IEnumerable<string> Values(IReadOnlyList<PayloadElement> elements, params string[] identifiers) =>
        elements.Where(element => identifiers.Contains(element.Identifier)).Select(element => element.Value);
}

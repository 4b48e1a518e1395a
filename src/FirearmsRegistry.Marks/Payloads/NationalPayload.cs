using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>
/// The registry's own payload: one element <c>25S</c> with the issuing agency <c>D</c>, the authority's NCAGE and the national number.
/// With the macro code word it fits an 18x18 Data Matrix. It holds no model, calibre or person: the symbol is a key, the registry is the record.
/// </summary>
public static class NationalPayload
{
    private const string Complete = "25S";
    private const string WithoutAgency = "18S";

    /// <summary>The payload that an authority puts on an arm.</summary>
    public static EnvelopePayload Of(Ncage authority, NationalNumber number) =>
        PayloadElement.Of(ElementSyntax.DataIdentifiers, Complete, $"{Ncage.IssuingAgency}{authority}{number}")
            .Match(element => Envelope.Of(element), fault => fault)
            .Match(envelope => EnvelopePayload.Of(envelope), fault => fault)
            .GetOrThrow();

    /// <summary>The national number in an element; none unless it stands there as it was issued, after an NCAGE.</summary>
    internal static NationalNumber? NumberIn(PayloadElement element) =>
        element.Syntax == ElementSyntax.DataIdentifiers && LengthOf(element.Identifier, element.Value) == element.Value.Length
            ? NationalNumber.Parse(element.Value[^NationalNumber.Length..]).GetOrThrow()
            : null;

    /// <summary>
    /// The length of the registry's own value at the beginning of a text; none if none stands there. Its fixed length and its check
    /// characters tell where it ends even when separators were lost.
    /// </summary>
    internal static int? LengthOf(string identifier, ReadOnlySpan<char> text)
    {
        var agency = identifier switch { Complete => Ncage.IssuingAgency, WithoutAgency => "", _ => null };
        if (agency is null || !text.StartsWith(agency)) return null;
        var length = agency.Length + Ncage.Length + NationalNumber.Length;
        if (text.Length < length) return null;
        var number = text[(length - NationalNumber.Length)..length].ToString();
        return Ncage.Parse(text[agency.Length..(agency.Length + Ncage.Length)].ToString()).IsOk
            && NationalNumber.Parse(number).TryGet(out var read, out _) && read.ToString() == number
                ? length
                : null;
    }
}

using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Reading;

namespace FirearmsRegistry.Registry.Symbols.Reading;

/// <summary>What was read in a picture.</summary>
/// <param name="Width">Of the picture, in pixels.</param>
/// <param name="Height">Of the picture, in pixels.</param>
/// <param name="Codes">Its symbols, none if there is none.</param>
public sealed record PictureCodes(int Width, int Height, IReadOnlyList<PictureCode> Codes);

/// <summary>One symbol in a picture.</summary>
/// <param name="Format">Its kind.</param>
/// <param name="Text">Its content as Unicode, with its control characters.</param>
/// <param name="BytesHex">Its content byte for byte, in lower-case hexadecimal.</param>
/// <param name="SymbologyIdentifier">As in ISO/IEC 15424, for example <c>]d1</c>.</param>
/// <param name="Position">Its corners clockwise from its own top left, in pixels.</param>
/// <param name="IsInverted">Light modules on a dark ground.</param>
/// <param name="IsMirrored">Seen from behind.</param>
/// <param name="Payload">Its content understood; null where it is none of the payloads that stand on arms.</param>
/// <param name="PayloadRefusal">Why it is none.</param>
/// <param name="Firearms">The marks of registered arms that it names, closest first; null unless it was asked to name them.</param>
public sealed record PictureCode(
    SymbolFormat Format,
    string Text,
    string BytesHex,
    string SymbologyIdentifier,
    IReadOnlyList<PixelPoint> Position,
    bool IsInverted,
    bool IsMirrored,
    CodePayload? Payload,
    CodePayloadRefusal? PayloadRefusal,
    IReadOnlyList<MarkHit>? Firearms)
{
    /// <summary>A symbol as the engine read it, with its content understood.</summary>
    internal static PictureCode Of(ReadSymbol symbol)
    {
        // The identifier before the text tells the reader what the symbol says of itself; places are counted in the text alone.
        var read = PayloadReader.Read(symbol.SymbologyIdentifier + symbol.Text);
        return new PictureCode(
            symbol.Format, symbol.Text, Convert.ToHexStringLower(symbol.Bytes.Span), symbol.SymbologyIdentifier, symbol.Position.Corners,
            symbol.IsInverted, symbol.IsMirrored,
            read.Match<CodePayload?>(CodePayload.Of, _ => null),
            read.Match<CodePayloadRefusal?>(_ => null, fault => CodePayloadRefusal.Of(fault, symbol.SymbologyIdentifier.Length)),
            null);
    }
}

/// <summary>A payload taken apart.</summary>
/// <param name="SyntaxRepaired">False where it was exact; true where control characters were put back.</param>
/// <param name="NationalNumber">The national number that it carries.</param>
/// <param name="Elements">Its elements in their order; none of a bare number.</param>
/// <param name="Uii">The unique item identifier that its elements give (MIL-STD-130N).</param>
public sealed record CodePayload(bool SyntaxRepaired, NationalNumber? NationalNumber, IReadOnlyList<CodeElement> Elements, Uii? Uii)
{
    internal static CodePayload Of(PayloadReading read) => new(
        read.SyntaxRepaired, read.Payload.NationalNumber,
        [.. read.Payload.Elements.Select(element => new CodeElement(element.Syntax, element.Identifier, element.Value))],
        UniqueItem.Of(read.Payload).Match<Uii?>(item => item.Uii, _ => null));
}

/// <summary>One element of a payload.</summary>
/// <param name="Syntax">The vocabulary of its identifier.</param>
/// <param name="Identifier">Its identifier, for example <c>25S</c>.</param>
/// <param name="Value">Its value, exactly.</param>
public sealed record CodeElement(ElementSyntax Syntax, string Identifier, string Value);

/// <summary>Why a text is no payload.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="At">The first character of the text that cannot stand there, counted from 0; null where it is the whole.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Source">Where the rule comes from.</param>
public sealed record CodePayloadRefusal(string? Name, int? At, string Rule, string? Source)
{
    internal static CodePayloadRefusal Of(Fault fault, int prefix) =>
        new(fault.Name, fault.At is { } at ? Math.Max(0, at - prefix) : null, fault.Rule, fault.Source);
}

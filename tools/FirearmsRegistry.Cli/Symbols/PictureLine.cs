using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Reading;
using FirearmsRegistry.Symbols.Refusing;

namespace FirearmsRegistry.Cli.Symbols;

/// <summary>One line of output: what was read in a picture, or why it could not be read.</summary>
/// <param name="File">As it was given.</param>
/// <param name="Codes">The symbols in it, none if there is none; missing where there is an error.</param>
/// <param name="Error">The refusal's code.</param>
/// <param name="Message">The refusal in a sentence.</param>
internal sealed record PictureLine(string File, IReadOnlyList<CodeLine>? Codes = null, string? Error = null, string? Message = null)
{
    public static PictureLine Of(string file, PictureReading reading) => new(file, [.. reading.Symbols.Select(CodeLine.Of)]);

    public static PictureLine Refused(string file, SymbolRefusal refusal) => Refused(file, Marks.Codes.Codes.Of(refusal.Name), refusal.Message);

    public static PictureLine Refused(string file, string error, string message) => new(file, Error: error, Message: message);
}

/// <summary>One symbol in a picture.</summary>
/// <param name="Format">Its kind.</param>
/// <param name="Text">Its content as Unicode.</param>
/// <param name="BytesHex">Its content byte for byte, two hexadecimal digits each.</param>
/// <param name="SymbologyIdentifier">As in ISO/IEC 15424.</param>
/// <param name="Position">Its corners clockwise from its own top left, in pixels.</param>
internal sealed record CodeLine(SymbolFormat Format, string Text, string BytesHex, string SymbologyIdentifier, IReadOnlyList<PixelPoint> Position)
{
    public static CodeLine Of(ReadSymbol symbol) => new(
        symbol.Format, symbol.Text, Convert.ToHexString(symbol.Bytes.Span), symbol.SymbologyIdentifier, symbol.Position.Corners);
}

using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Registry.Symbols.Writing;

/// <summary>Which symbol is wanted, and as what. Exactly one of payload, payloadHex and number is given.</summary>
/// <param name="Format">One of data_matrix, qr_code, code_128, pdf417 and aztec.</param>
/// <param name="Payload">What the symbol says, as text; written in UTF-8 where it is not ASCII.</param>
/// <param name="PayloadHex">The same byte for byte, in hexadecimal: for control characters, which no text of a body may have.</param>
/// <param name="Number">A national number, whose payload is made here.</param>
/// <param name="Kind">How that payload is made; national where it is left out.</param>
/// <param name="Shape">Of a Data Matrix; square where it is left out.</param>
/// <param name="As">What is answered; SVG where it is left out.</param>
/// <param name="ModuleMm">The edge of a module in SVG, 0.05 to 10 mm; 0.5 where it is left out.</param>
/// <param name="PixelsPerModule">The edge of a module in PNG, 1 to 100 pixels; 8 where it is left out.</param>
public sealed record SymbolRequest(
    SymbolFormat Format,
    string? Payload = null,
    HexBytes? PayloadHex = null,
    NationalNumber? Number = null,
    NumberPayloadKind? Kind = null,
    SymbolShape? Shape = null,
    SymbolFile As = SymbolFile.Svg,
    decimal ModuleMm = 0.5m,
    int PixelsPerModule = 8);

/// <summary>How a national number stands in a symbol.</summary>
public enum NumberPayloadKind
{
    /// <summary>In an ISO/IEC 15434 envelope, after the authority's NCAGE.</summary>
    National,

    /// <summary>Alone, for parts with little room.</summary>
    BareNumber,
}

/// <summary>What a symbol is answered as.</summary>
public enum SymbolFile
{
    /// <summary>An SVG drawing at its printed size.</summary>
    Svg,

    /// <summary>A grey PNG.</summary>
    Png,

    /// <summary>Its modules, as JSON.</summary>
    Matrix,
}

/// <summary>The modules of a symbol.</summary>
/// <param name="Format">Its kind.</param>
/// <param name="Columns">Modules in a row.</param>
/// <param name="Rows">Rows; 1 for a linear symbol.</param>
/// <param name="QuietZone">The light frame that the symbol's standard asks for, in modules; not in the rows given here.</param>
/// <param name="Modules">One text a row: <c>#</c> for a dark module, <c>.</c> for a light one.</param>
public sealed record SymbolMatrix(SymbolFormat Format, int Columns, int Rows, int QuietZone, IReadOnlyList<string> Modules)
{
    /// <summary>The matrix as JSON shows it.</summary>
    internal static SymbolMatrix Of(ModuleMatrix matrix) =>
        new(matrix.Format, matrix.Columns, matrix.Rows, matrix.QuietZone, matrix.ToText().Split('\n'));
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Symbols;

/// <summary>
/// The kinds of symbols. All are read; <see cref="DataMatrix"/>, <see cref="QrCode"/>, <see cref="Code_128"/>, <see cref="Pdf417"/> and
/// <see cref="Aztec"/> are written.
/// </summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
[SuppressMessage("Naming", "CA1707", Justification = "The codes are code_128, ean_13 and so on, and are made from the names.")]
public enum SymbolFormat
{
    /// <summary>Data Matrix ECC 200 (ISO/IEC 16022) and its rectangular extension (ISO/IEC 21471).</summary>
    DataMatrix,

    /// <summary>QR Code (ISO/IEC 18004).</summary>
    QrCode,

    /// <summary>Micro QR Code (ISO/IEC 18004).</summary>
    MicroQrCode,

    /// <summary>Rectangular micro QR Code (ISO/IEC 23941).</summary>
    RmqrCode,

    /// <summary>Aztec Code (ISO/IEC 24778).</summary>
    Aztec,

    /// <summary>PDF417 (ISO/IEC 15438).</summary>
    Pdf417,

    /// <summary>MicroPDF417 (ISO/IEC 24728).</summary>
    MicroPdf417,

    /// <summary>MaxiCode (ISO/IEC 16023).</summary>
    MaxiCode,

    /// <summary>Code 128 (ISO/IEC 15417).</summary>
    Code_128,

    /// <summary>Code 39 (ISO/IEC 16388).</summary>
    Code_39,

    /// <summary>Code 93.</summary>
    Code_93,

    /// <summary>Codabar.</summary>
    Codabar,

    /// <summary>Interleaved 2 of 5 (ISO/IEC 16390).</summary>
    Itf,

    /// <summary>EAN-13 (ISO/IEC 15420).</summary>
    Ean_13,

    /// <summary>EAN-8 (ISO/IEC 15420).</summary>
    Ean_8,

    /// <summary>UPC-A (ISO/IEC 15420).</summary>
    UpcA,

    /// <summary>UPC-E (ISO/IEC 15420).</summary>
    UpcE,

    /// <summary>The GS1 DataBar family (ISO/IEC 24724).</summary>
    DataBar,
}

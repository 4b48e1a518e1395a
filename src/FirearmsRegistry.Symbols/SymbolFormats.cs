using System.Collections.Frozen;

namespace FirearmsRegistry.Symbols;

/// <summary>What the engine calls the kinds of symbols.</summary>
public static class SymbolFormats
{
    private static readonly FrozenDictionary<string, SymbolFormat> ByEngineName = new Dictionary<string, SymbolFormat>
    {
        ["DataMatrix"] = SymbolFormat.DataMatrix,
        ["QRCode"] = SymbolFormat.QrCode,
        ["QRCodeModel1"] = SymbolFormat.QrCode,
        ["QRCodeModel2"] = SymbolFormat.QrCode,
        ["MicroQRCode"] = SymbolFormat.MicroQrCode,
        ["RMQRCode"] = SymbolFormat.RmqrCode,
        ["Aztec"] = SymbolFormat.Aztec,
        ["AztecCode"] = SymbolFormat.Aztec,
        ["AztecRune"] = SymbolFormat.Aztec,
        ["PDF417"] = SymbolFormat.Pdf417,
        ["CompactPDF417"] = SymbolFormat.Pdf417,
        ["MicroPDF417"] = SymbolFormat.MicroPdf417,
        ["MaxiCode"] = SymbolFormat.MaxiCode,
        ["Code128"] = SymbolFormat.Code_128,
        ["Code39"] = SymbolFormat.Code_39,
        ["Code39Std"] = SymbolFormat.Code_39,
        ["Code39Ext"] = SymbolFormat.Code_39,
        ["Code32"] = SymbolFormat.Code_39,
        ["PZN"] = SymbolFormat.Code_39,
        ["Code93"] = SymbolFormat.Code_93,
        ["Codabar"] = SymbolFormat.Codabar,
        ["ITF"] = SymbolFormat.Itf,
        ["ITF14"] = SymbolFormat.Itf,
        ["EAN13"] = SymbolFormat.Ean_13,
        ["ISBN"] = SymbolFormat.Ean_13,
        ["EAN8"] = SymbolFormat.Ean_8,
        ["UPCA"] = SymbolFormat.UpcA,
        ["UPCE"] = SymbolFormat.UpcE,
        ["DataBar"] = SymbolFormat.DataBar,
        ["DataBarOmni"] = SymbolFormat.DataBar,
        ["DataBarStk"] = SymbolFormat.DataBar,
        ["DataBarStkOmni"] = SymbolFormat.DataBar,
        ["DataBarLtd"] = SymbolFormat.DataBar,
        ["DataBarExp"] = SymbolFormat.DataBar,
        ["DataBarExpStk"] = SymbolFormat.DataBar,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<SymbolFormat, string> WriterNames = new Dictionary<SymbolFormat, string>
    {
        [SymbolFormat.DataMatrix] = "DataMatrix",
        [SymbolFormat.QrCode] = "QRCode",
        [SymbolFormat.Code_128] = "Code128",
        [SymbolFormat.Pdf417] = "PDF417",
        [SymbolFormat.Aztec] = "AztecCode",
    }.ToFrozenDictionary();

    /// <summary>The kinds that are written.</summary>
    public static IReadOnlyList<SymbolFormat> Written { get; } = [.. WriterNames.Keys.Order()];

    internal static string? WriterName(SymbolFormat format) => WriterNames.GetValueOrDefault(format);

    internal static SymbolFormat? OfEngine(string name) => ByEngineName.TryGetValue(name, out var format) ? format : null;
}

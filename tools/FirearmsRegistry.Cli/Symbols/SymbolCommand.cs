using System.CommandLine;

namespace FirearmsRegistry.Cli.Symbols;

/// <summary><c>registry symbol</c>.</summary>
internal static class SymbolCommand
{
    public static Command Create() => new("symbol", "Machine-readable symbols: Data Matrix, QR Code, Code 128, PDF417, Aztec and others.")
    {
        WriteSymbol.Create(),
        ReadSymbols.Create(),
    };
}

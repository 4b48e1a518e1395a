namespace FirearmsRegistry.Symbols.Reading;

/// <summary>What was read in one picture.</summary>
/// <param name="Width">Of the picture, in pixels.</param>
/// <param name="Height">Of the picture, in pixels.</param>
/// <param name="Symbols">The symbols that were found, none if there is none.</param>
/// <param name="Preparation">The step of the ladder at which they were found: <c>none</c> for the picture as it is.</param>
public sealed record PictureReading(int Width, int Height, IReadOnlyList<ReadSymbol> Symbols, string Preparation);

/// <summary>One symbol as read: every error was corrected, or it would not be here.</summary>
/// <param name="Format">Its kind.</param>
/// <param name="Text">The content as Unicode, by the symbol's own statement of its character set or a guess. Control characters are kept.</param>
/// <param name="Bytes">The content byte for byte.</param>
/// <param name="SymbologyIdentifier">As in ISO/IEC 15424, for example <c>]d1</c> for Data Matrix, <c>]d2</c> for GS1 DataMatrix.</param>
/// <param name="Position">Where it is.</param>
/// <param name="IsInverted">Light modules on a dark ground.</param>
/// <param name="IsMirrored">Seen from behind.</param>
public sealed record ReadSymbol(
    SymbolFormat Format,
    string Text,
    ReadOnlyMemory<byte> Bytes,
    string SymbologyIdentifier,
    SymbolPosition Position,
    bool IsInverted,
    bool IsMirrored);

/// <summary>The corners of a symbol, named as they are when the symbol stands upright.</summary>
/// <param name="TopLeft">In pixels.</param>
/// <param name="TopRight">In pixels.</param>
/// <param name="BottomRight">In pixels.</param>
/// <param name="BottomLeft">In pixels.</param>
public sealed record SymbolPosition(PixelPoint TopLeft, PixelPoint TopRight, PixelPoint BottomRight, PixelPoint BottomLeft)
{
    /// <summary>The corners clockwise from the symbol's top left.</summary>
    public IReadOnlyList<PixelPoint> Corners => [TopLeft, TopRight, BottomRight, BottomLeft];
}

/// <summary>A place in a picture.</summary>
/// <param name="X">Pixels from the left edge.</param>
/// <param name="Y">Pixels from the upper edge.</param>
public readonly record struct PixelPoint(int X, int Y);

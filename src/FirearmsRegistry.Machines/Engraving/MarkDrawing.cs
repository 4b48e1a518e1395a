using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>What to cut, in millimetres from the lower left corner, for engravers that take a drawing.</summary>
/// <param name="Width">Width of the field.</param>
/// <param name="Height">Height of the field.</param>
/// <param name="Texts">Lines of text.</param>
/// <param name="Symbols">Machine-readable symbols.</param>
public sealed record MarkDrawing(Millimetres Width, Millimetres Height, IReadOnlyList<DrawnText> Texts, IReadOnlyList<DrawnSymbol> Symbols)
{
    /// <summary>How deep to cut, for formats that know depths; the depth of the machine's settings where it is null.</summary>
    public Millimetres? Depth { get; init; }
}

/// <summary>A line of text in the single-stroke font: capitals, digits and a few signs.</summary>
/// <param name="Text">The text; a character that the font lacks is refused.</param>
/// <param name="X">Left edge of the first character, mm.</param>
/// <param name="Y">Base line, mm.</param>
/// <param name="Height">Height of the capitals.</param>
public sealed record DrawnText(string Text, decimal X, decimal Y, Millimetres Height);

/// <summary>A symbol as its modules; each dark one becomes a dot in the middle of its square.</summary>
/// <param name="Modules">Dark modules by row, from the top, and column, from the left.</param>
/// <param name="X">Left edge, mm.</param>
/// <param name="Y">Lower edge, mm.</param>
/// <param name="ModuleSize">The pitch of the modules.</param>
/// <param name="DotShare">The dots' diameter as a share of the pitch, 0.1 to 1.</param>
public sealed record DrawnSymbol(bool[,] Modules, decimal X, decimal Y, Millimetres ModuleSize, decimal DotShare = 0.7m);

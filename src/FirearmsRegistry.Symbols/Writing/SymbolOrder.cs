using System.Text;

namespace FirearmsRegistry.Symbols.Writing;

/// <summary>What is to be written.</summary>
/// <param name="Format">One of <see cref="SymbolFormats.Written"/>.</param>
/// <param name="Payload">The content byte for byte.</param>
/// <param name="Shape">For Data Matrix; other kinds have one shape.</param>
public sealed record SymbolOrder(SymbolFormat Format, ReadOnlyMemory<byte> Payload, SymbolShape Shape = SymbolShape.Square)
{
    /// <summary>A payload of text; what is not ASCII is written as UTF-8.</summary>
    public static SymbolOrder Text(SymbolFormat format, string text, SymbolShape shape = SymbolShape.Square) =>
        new(format, Encoding.UTF8.GetBytes(text), shape);
}

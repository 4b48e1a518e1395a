namespace FirearmsRegistry.Marks.Payloads;

/// <summary>A text from a symbol, understood.</summary>
/// <param name="Payload">What it says.</param>
/// <param name="SyntaxRepaired">
/// Whether the reader had lost or replaced characters of the syntax (control characters, mostly) that were put back. The values are exact all the same.
/// </param>
/// <param name="Symbology">What the reader said about the symbol; none if it said nothing.</param>
public sealed record PayloadReading(Payload Payload, bool SyntaxRepaired, SymbologyIdentifier? Symbology);

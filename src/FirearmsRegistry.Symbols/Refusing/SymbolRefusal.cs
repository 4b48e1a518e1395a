namespace FirearmsRegistry.Symbols.Refusing;

/// <summary>Why nothing was written or read.</summary>
/// <param name="Name">Which rule.</param>
/// <param name="Message">The rule in a sentence for people, without anything of the picture or payload but its sizes.</param>
public sealed record SymbolRefusal(SymbolRefusalName Name, string Message);

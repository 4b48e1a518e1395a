using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols.Labels;

/// <summary>What stands on the tag of one item. It is seen by whoever handles the item: no personal data belongs on it.</summary>
/// <param name="Authority">Who keeps the item.</param>
/// <param name="Reference">The seizure and the item's number in it.</param>
/// <param name="Lines">What it is: kind, make, serial.</param>
/// <param name="Payload">What the symbol says byte for byte, for example a national number.</param>
/// <param name="Symbol">The payload as a symbol.</param>
public sealed record EvidenceTag(string Authority, string Reference, IReadOnlyList<string> Lines, ReadOnlyMemory<byte> Payload, ModuleMatrix Symbol);

namespace FirearmsRegistry.Registry.Catalogues.Checking;

/// <summary>A rule that an entry breaks.</summary>
/// <param name="Code">The entry.</param>
/// <param name="Pointer">The member of the entry, as a JSON pointer.</param>
/// <param name="Seen">The value seen.</param>
/// <param name="Rule">The rule.</param>
internal sealed record EntryFault(CatalogueCode Code, string Pointer, string? Seen, string Rule);

using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>The register added an entry of its own to a catalogue, or took a withdrawn one in again.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Source">Where it comes from: a reference table, a maker's letter, an arm that was looked at.</param>
public sealed record CatalogueEntryAdded(CatalogueKind Kind, CatalogueEntry Entry, Note Source);

/// <summary>An entry was corrected, one of the seeds or one of the register's own.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Before">The entry as it stood.</param>
/// <param name="After">The entry since then.</param>
/// <param name="Reason">Why, with the source.</param>
public sealed record CatalogueEntryCorrected(CatalogueKind Kind, CatalogueEntry Before, CatalogueEntry After, Note Reason);

/// <summary>An entry no longer counts: look-ups pass over it. Its code is not given to anything else.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Entry">The entry as it stood.</param>
/// <param name="Reason">Why.</param>
public sealed record CatalogueEntryWithdrawn(CatalogueKind Kind, CatalogueEntry Entry, Note Reason);

/// <summary>A table of entries was taken over, whole.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Source">Where the table comes from.</param>
/// <param name="Sha256">The hash of the file, in hexadecimal.</param>
/// <param name="Added">How many of its entries were new.</param>
/// <param name="Corrected">How many differed from what stood here.</param>
/// <param name="Unchanged">How many said the same as what stood here.</param>
public sealed record CatalogueImported(CatalogueKind Kind, Note Source, PhotoHash Sha256, int Added, int Corrected, int Unchanged);

using System.Collections.Frozen;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>All catalogues as they stood at one moment: the entries that count, by code. It never changes.</summary>
public sealed class CatalogueSnapshot
{
    private readonly FrozenDictionary<CatalogueKind, IReadOnlyDictionary<CatalogueCode, CatalogueEntry>> _entries;

    /// <summary>Keeps the entries.</summary>
    /// <exception cref="ArgumentException">Two entries of one catalogue have the same code.</exception>
    public CatalogueSnapshot(IEnumerable<(CatalogueKind Kind, CatalogueEntry Entry)> entries)
    {
        var byKind = entries.ToLookup(pair => pair.Kind, pair => pair.Entry);
        _entries = Enum.GetValues<CatalogueKind>().ToFrozenDictionary(
            kind => kind,
            kind => (IReadOnlyDictionary<CatalogueCode, CatalogueEntry>)byKind[kind].ToDictionary(entry => entry.Code));
    }

    /// <summary>The entries of a catalogue by code.</summary>
    public IReadOnlyDictionary<CatalogueCode, CatalogueEntry> Of(CatalogueKind kind) => _entries[kind];

    /// <summary>The entry, or null where the catalogue has none such.</summary>
    public CatalogueEntry? Find(CatalogueKind kind, CatalogueCode code) => _entries[kind].GetValueOrDefault(code);
}

using System.Collections.Frozen;

namespace FirearmsRegistry.Registry.Catalogues.LookingUp;

/// <summary>The names of one catalogue by their key.</summary>
internal sealed class NameIndex
{
    private readonly FrozenDictionary<string, CatalogueMatches> _byKey;

    public NameIndex(IEnumerable<CatalogueEntry> entries, Func<string, string> key)
    {
        _byKey = entries
            .SelectMany(entry => entry.SearchedNames.Select(name => (Key: key(name.ToString()), entry.Code)))
            .Where(pair => pair.Key.Length > 0)
            .GroupBy(pair => pair.Key, pair => pair.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => new CatalogueMatches([.. group.Distinct().Order()]), StringComparer.Ordinal);
    }

    public CatalogueMatches Find(string key) => _byKey.GetValueOrDefault(key, CatalogueMatches.None);
}

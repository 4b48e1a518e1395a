using FirearmsRegistry.Registry.Catalogues.LookingUp;

namespace FirearmsRegistry.Registry.Catalogues.Checking;

/// <summary>
/// Names that several entries have. One of them may have the name plainly, for it is meant first by most people; each other one must say
/// that the name is ambiguous, so that nobody finds it by mistake. Models share names only within their maker.
/// </summary>
internal sealed class SharedNames
{
    private readonly CatalogueKind _kind;
    private readonly ILookup<string, CatalogueCode> _plain;

    public SharedNames(CatalogueKind kind, IEnumerable<CatalogueEntry> entries)
    {
        _kind = kind;
        _plain = entries.SelectMany(entry => PlainKeys(entry).Distinct().Select(key => (Key: key, entry.Code)))
            .ToLookup(pair => pair.Key, pair => pair.Code, StringComparer.Ordinal);
    }

    public IEnumerable<EntryFault> Faults(CatalogueEntry entry)
    {
        for (var at = 0; at < entry.Names.Count; at++)
        {
            var name = entry.Names[at].Text.ToString();
            if (IsEmpty(Key(entry, name)))
                yield return new EntryFault(entry.Code, $"/names/{at}/text", name, "A name has at least one letter or digit.");
        }

        foreach (var key in PlainKeys(entry).Distinct())
        {
            var others = _plain[key].Where(code => code != entry.Code).Take(1).ToList();
            if (others.Count == 0)
                continue;
            var name = entry.SearchedNames.First(name => Key(entry, name.ToString()) == key).ToString();
            yield return new EntryFault(entry.Code, Pointer(entry, name), name,
                $"The entry {others[0]} has this name as well: give it the kind ambiguous here, or there.");
        }
    }

    private static string Pointer(CatalogueEntry entry, string name)
    {
        var at = entry.Names.ToList().FindIndex(further => further.Text.ToString() == name);
        return at >= 0 ? $"/names/{at}/kind" : entry.Name.ToString() == name ? "/name" : "/cartridge";
    }

    private IEnumerable<string> PlainKeys(CatalogueEntry entry)
    {
        var ambiguous = entry.Names.Where(name => name.Kind == CatalogueNameKind.Ambiguous)
            .Select(name => Key(entry, name.Text.ToString())).ToHashSet(StringComparer.Ordinal);
        return entry.SearchedNames.Select(name => Key(entry, name.ToString())).Where(key => !ambiguous.Contains(key) && !IsEmpty(key));
    }

    private string Key(CatalogueEntry entry, string name) => $"{entry.Model?.Maker.ToString()}|{CatalogueKeys.Of(_kind, name)}";

    private static bool IsEmpty(string key) => key.EndsWith('|');
}

namespace FirearmsRegistry.Registry.Catalogues.Overlaying;

/// <summary>Lays the register's own records over the seeds.</summary>
internal static class Overlay
{
    /// <summary>
    /// The entries that count. Where the register has spoken of an entry its word stands, whatever a later seed says of it; what it
    /// withdrew is gone.
    /// </summary>
    public static CatalogueSnapshot Of(CatalogueSnapshot seeds, IEnumerable<CatalogueRecord> records)
    {
        var own = records.ToDictionary(record => (record.Kind, record.Entry.Code));
        var untouched = Enum.GetValues<CatalogueKind>().SelectMany(kind => seeds.Of(kind).Values
            .Where(entry => !own.ContainsKey((kind, entry.Code))).Select(entry => (kind, entry)));
        return new CatalogueSnapshot(untouched.Concat(own.Values.Where(record => !record.Withdrawn).Select(record => (record.Kind, record.Entry))));
    }

    /// <summary>The snapshot with entries put in or replaced: what it would be after a change.</summary>
    public static CatalogueSnapshot With(CatalogueSnapshot all, CatalogueKind kind, IReadOnlyCollection<CatalogueEntry> changed)
    {
        var codes = changed.Select(entry => entry.Code).ToHashSet();
        return new CatalogueSnapshot(Enum.GetValues<CatalogueKind>()
            .SelectMany(other => all.Of(other).Values.Where(entry => other != kind || !codes.Contains(entry.Code)).Select(entry => (other, entry)))
            .Concat(changed.Select(entry => (kind, entry))));
    }
}

using System.Reflection;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Catalogues.Importing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Catalogues.Seeds;

/// <summary>
/// The entries that every registry begins with: tables in this folder, from general knowledge, to be checked against the INTERPOL and
/// Canadian reference tables where a case hangs on them. A register's own additions and corrections lie over them.
/// </summary>
/// <remarks>
/// Forms of serials are given only for makers nearly all of whose arms follow them: Glock (two to four letters and three digits); Ruger (up to
/// six digits, since 1968 two or three digits before five); the contractors of the United States' M1 carbine, M1903A3, M1917 and M1911A1 (digits,
/// Singer's S800001 to S800500 with their letter); Raven (digits); Canik, Girsan and Tisaş (the maker's NATO code, two digits of the year, one or
/// two letters, five digits: pistols for export). Makers whose forms changed by model and decade, such as Colt, Beretta or the arsenals of Izhevsk
/// and Tula, have none here: an incomplete list would call good serials unusual. A form that a serial lacks is a caution and never a refusal.
/// </remarks>
public static class CatalogueSeeds
{
    private static readonly Lazy<CatalogueSnapshot> Loaded = new(() => new CatalogueSnapshot(
        Enum.GetValues<CatalogueKind>().SelectMany(kind => Read(kind).Select(entry => (kind, entry)))));

    /// <summary>The seeds, read once.</summary>
    /// <exception cref="InvalidOperationException">A table breaks a rule: it was changed without its test being run.</exception>
    public static CatalogueSnapshot Load() => Loaded.Value;

    private static IEnumerable<CatalogueEntry> Read(CatalogueKind kind)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"catalogue-{Codes.Of(kind)}.csv")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        if (CatalogueTable.Read(kind, bytes.ToArray()).Refused(out var refusal, out var rows))
        {
            var error = refusal.Errors[0];
            throw new InvalidOperationException($"{Codes.Of(kind)}.csv, {error.Pointer}: {error.Rule} Seen: {error.Seen}");
        }

        var entries = rows.Select(row => row.Entry);
        return kind == CatalogueKind.Countries ? WithIsoNames(entries) : entries;
    }

    // The country lists are those of the marks; the table here adds only what people call the countries besides.
    private static IEnumerable<CatalogueEntry> WithIsoNames(IEnumerable<CatalogueEntry> named)
    {
        var names = named.ToDictionary(entry => entry.Country!.Code);
        foreach (var country in CountryCode.Current.Concat(CountryCode.Former))
        {
            var entry = names.GetValueOrDefault(country)
                ?? new CatalogueEntry(CatalogueCode.Parse(country.Alpha3).GetOrThrow(), Text(country.Name), [],
                    Country: new CountryFacts(country, []));
            // Alpha-2 codes of former countries may since have been given to others.
            var further = new[] { country.Alpha3, country.IsFormer ? null : country.Alpha2, entry.Name.ToString() }
                .OfType<string>().Where(name => name != country.Name).Select(name => new CatalogueName(Text(name), CatalogueNameKind.Alias));
            yield return entry with { Name = Text(country.Name), Names = [.. further, .. entry.Names] };
        }
    }

    private static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();
}

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Registry.Catalogues.Checking;

/// <summary>What must hold of entries among all the others: the same for seeds, additions, corrections and imports.</summary>
internal static class EntryRules
{
    /// <summary>The most members of one list of an entry.</summary>
    public const int MostListed = 100;

    /// <summary>The rules that entries break, once they stand in a snapshot.</summary>
    public static IEnumerable<EntryFault> Broken(CatalogueSnapshot all, CatalogueKind kind, IEnumerable<CatalogueEntry> entries)
    {
        var names = new SharedNames(kind, all.Of(kind).Values);
        foreach (var entry in entries)
        {
            var faults = Form(kind, entry).ToList();
            // References and names of an entry with the facts of another catalogue cannot be judged.
            foreach (var fault in faults.Count > 0 ? faults : References(all, entry).Concat(Years(entry)).Concat(names.Faults(entry)))
                yield return fault;
        }
    }

    private static IEnumerable<EntryFault> Form(CatalogueKind kind, CatalogueEntry entry)
    {
        if (!entry.Kinds.SequenceEqual([kind]))
        {
            yield return new EntryFault(entry.Code, $"/{Member(kind)}", null,
                $"An entry of {Codes.Of(kind)} has the member {Member(kind)} and those of no other catalogue.");
        }

        if (kind == CatalogueKind.Countries && entry.Country is { } country && country.Code.Alpha3 != entry.Code.ToString())
            yield return new EntryFault(entry.Code, "/country/code", country.Code.Alpha3, "A country's code is its ISO 3166 alpha-3 code.");
        if (kind != CatalogueKind.Countries && entry.Code.ToString().Any(char.IsAsciiLetterUpper))
            yield return new EntryFault(entry.Code, "/code", entry.Code.ToString(), "Only countries have codes in capitals.");
        foreach (var (pointer, count) in Lists(entry).Where(list => list.Count > MostListed))
            yield return new EntryFault(entry.Code, pointer, null, $"A list has at most {MostListed} members; this one has {count}.");
        if (entry.Maker is { Roles.Count: 0 })
            yield return new EntryFault(entry.Code, "/maker/roles", null, "A maker has at least one role.");
    }

    private static IEnumerable<(string Pointer, int Count)> Lists(CatalogueEntry entry) =>
    [
        ("/names", entry.Names.Count), ("/maker/countries", entry.Maker?.Countries.Count ?? 0), ("/maker/roles", entry.Maker?.Roles.Count ?? 0),
        ("/maker/links", entry.Maker?.Links.Count ?? 0), ("/maker/serialPatterns", entry.Maker?.SerialPatterns.Count ?? 0),
        ("/maker/notSerials", entry.Maker?.NotSerials.Count ?? 0), ("/model/cartridges", entry.Model?.Cartridges.Count ?? 0),
        ("/cartridge/notTheSameAs", entry.Cartridge?.NotTheSameAs.Count ?? 0), ("/country/successors", entry.Country?.Successors.Count ?? 0),
    ];

    private static IEnumerable<EntryFault> References(CatalogueSnapshot all, CatalogueEntry entry)
    {
        foreach (var (pointer, kind, code) in EntryReferences.Of(entry))
        {
            if (all.Find(kind, code) is null)
                yield return new EntryFault(entry.Code, pointer, code.ToString(), $"There is no such entry in the catalogue {Codes.Of(kind)}.");
            else if (code == entry.Code && entry.Kinds.Contains(kind))
                yield return new EntryFault(entry.Code, pointer, code.ToString(), "An entry does not refer to itself.");
        }

        if (entry.Cartridge?.Family is { } family && all.Find(CatalogueKind.Cartridges, family)?.Cartridge?.Family is not null)
            yield return new EntryFault(entry.Code, "/cartridge/family", family.ToString(), "A family is not itself in a family.");
    }

    private static IEnumerable<EntryFault> Years(CatalogueEntry entry)
    {
        if (entry.Model is not { } model)
            yield break;
        foreach (var (pointer, year) in new[] { ("/model/madeFrom", model.MadeFrom), ("/model/madeTo", model.MadeTo) })
        {
            if (year.TryGet(out var known) && known is < 1500 or > 2100)
                yield return new EntryFault(entry.Code, pointer, Text(known), "A year lies between 1500 and 2100.");
        }

        if (model.MadeFrom.TryGet(out var from) && model.MadeTo.TryGet(out var to) && from > to)
            yield return new EntryFault(entry.Code, "/model/madeTo", Text(to), "The last year of making is not before the first.");
    }

    private static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Member(CatalogueKind kind) => Codes.Of(kind).TrimEnd('s') switch { "countrie" => "country", var member => member };
}

using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Registry.Catalogues.Checking;

/// <summary>A place where an entry names another one.</summary>
internal sealed record EntryReference(string Pointer, CatalogueKind Kind, CatalogueCode Code);

/// <summary>Which entries an entry names.</summary>
internal static class EntryReferences
{
    public static IEnumerable<EntryReference> Of(CatalogueEntry entry) =>
        OfMaker(entry.Maker).Concat(OfModel(entry.Model)).Concat(OfCartridge(entry.Cartridge)).Concat(OfCountry(entry.Country));

    /// <summary>The entries of all catalogues that name this one.</summary>
    public static IEnumerable<(CatalogueKind Kind, CatalogueCode Code)> To(CatalogueSnapshot all, CatalogueKind kind, CatalogueCode code) =>
        Enum.GetValues<CatalogueKind>().SelectMany(other => all.Of(other).Values
            .Where(entry => entry.Code != code || other != kind)
            .Where(entry => Of(entry).Any(reference => reference.Kind == kind && reference.Code == code))
            .Select(entry => (other, entry.Code)));

    private static IEnumerable<EntryReference> OfMaker(MakerFacts? maker) => maker is null ? [] :
    [
        .. Countries("/maker/countries", maker.Countries),
        .. maker.Links.Select((link, at) => new EntryReference($"/maker/links/{at}/maker", CatalogueKind.Makers, link.Maker)),
    ];

    private static IEnumerable<EntryReference> OfModel(ModelFacts? model) => model is null ? [] :
    [
        new("/model/maker", CatalogueKind.Makers, model.Maker),
        new("/model/type", CatalogueKind.Types, model.Type),
        .. model.Action.TryGet(out var action) ? [new EntryReference("/model/action", CatalogueKind.Actions, action)] : Array.Empty<EntryReference>(),
        .. Entries("/model/cartridges", CatalogueKind.Cartridges, model.Cartridges),
    ];

    private static IEnumerable<EntryReference> OfCartridge(CartridgeFacts? cartridge) => cartridge is null ? [] :
    [
        .. cartridge.Family is { } family ? [new EntryReference("/cartridge/family", CatalogueKind.Cartridges, family)] : Array.Empty<EntryReference>(),
        .. Entries("/cartridge/notTheSameAs", CatalogueKind.Cartridges, cartridge.NotTheSameAs),
    ];

    private static IEnumerable<EntryReference> OfCountry(CountryFacts? country) =>
        country is null ? [] : Countries("/country/successors", country.Successors);

    // Every ISO code is in the catalogue of countries; only user-assigned ones have to be added first.
    private static IEnumerable<EntryReference> Countries(string pointer, IReadOnlyList<CountryCode> codes) =>
        Entries(pointer, CatalogueKind.Countries, [.. codes.Select(code => CatalogueCode.Parse(code.Alpha3).GetOrThrow())]);

    private static IEnumerable<EntryReference> Entries(string pointer, CatalogueKind kind, IReadOnlyList<CatalogueCode> codes) =>
        codes.Select((code, at) => new EntryReference($"{pointer}/{at}", kind, code));
}

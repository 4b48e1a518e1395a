using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms.GettingDetails;

/// <summary>
/// What the catalogues of now say of an arm's description, which stays as it was recorded. A name that they do not know is not wrong for that.
/// </summary>
/// <param name="Maker">The maker.</param>
/// <param name="Model">The model, among those of the maker where he is known.</param>
/// <param name="Cartridge">The cartridge of the calibre.</param>
public sealed record FirearmInCatalogues(CataloguedName Maker, CataloguedName Model, CataloguedName Cartridge)
{
    internal static FirearmInCatalogues Of(FirearmDescription description, CatalogueLookUp catalogues)
    {
        var maker = CataloguedName.Of(description.Maker, catalogues.FindMaker);
        return new FirearmInCatalogues(maker, CataloguedName.Of(description.Model, model => ModelOf(maker.Codes, model, catalogues)),
            CataloguedName.Of(description.Calibre, catalogues.FindCartridge));
    }

    private static CatalogueMatches ModelOf(IReadOnlyList<CatalogueCode> makers, string model, CatalogueLookUp catalogues) => makers.Count == 0
        ? catalogues.FindModel(null, model)
        : new CatalogueMatches([.. makers.SelectMany(maker => catalogues.FindModel(maker, model).Codes).Distinct().Order()]);
}

/// <summary>How a name stands to its catalogue.</summary>
/// <param name="Standing">Whether it is in it.</param>
/// <param name="Codes">The entries that it names: several where they share the name.</param>
public sealed record CataloguedName(CatalogueStanding Standing, IReadOnlyList<CatalogueCode> Codes)
{
    internal static CataloguedName Of(Known<ShortText> name, Func<string, CatalogueMatches> find)
    {
        if (!name.TryGet(out var text))
            return new CataloguedName(CatalogueStanding.Nothing, []);
        var codes = find(text.ToString()).Codes;
        return new CataloguedName(
            codes.Count switch { 0 => CatalogueStanding.NotInCatalogue, 1 => CatalogueStanding.InCatalogue, _ => CatalogueStanding.SeveralEntries }, codes);
    }
}

/// <summary>Whether a name is in a catalogue.</summary>
public enum CatalogueStanding
{
    /// <summary>It is the name of one entry.</summary>
    InCatalogue,

    /// <summary>Several entries share it.</summary>
    SeveralEntries,

    /// <summary>The catalogue does not have it.</summary>
    NotInCatalogue,

    /// <summary>The description gives none to look for.</summary>
    Nothing,
}

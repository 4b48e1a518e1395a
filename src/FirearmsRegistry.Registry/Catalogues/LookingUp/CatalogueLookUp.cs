using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Catalogues.Seeds;

namespace FirearmsRegistry.Registry.Catalogues.LookingUp;

/// <summary>
/// Finds what a text names, whatever its letter case, script, separators and usual variants. What is not found is not wrong: texts stay
/// as they were marked, and nothing waits for a catalogue.
/// </summary>
public sealed class CatalogueLookUp
{
    private static readonly Lazy<CatalogueLookUp> OfSeeds = new(() => new CatalogueLookUp(CatalogueSeeds.Load()));

    private readonly NameIndex _makers;
    private readonly NameIndex _makersBare;
    private readonly NameIndex _cartridges;
    private readonly NameIndex _countries;
    private readonly NameIndex _types;
    private readonly NameIndex _actions;
    private readonly NameIndex _models;
    private readonly FrozenDictionary<CatalogueCode, NameIndex> _modelsOf;
    private readonly FrozenDictionary<CatalogueCode, FrozenSet<string>> _notSerials;
    private readonly FrozenDictionary<CatalogueCode, Lazy<Regex[]>> _serials;

    /// <summary>Makes the indexes of a snapshot.</summary>
    public CatalogueLookUp(CatalogueSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Snapshot = snapshot;
        _makers = Index(CatalogueKind.Makers);
        _makersBare = new NameIndex(snapshot.Of(CatalogueKind.Makers).Values, CatalogueKeys.OfMaker);
        _cartridges = Index(CatalogueKind.Cartridges);
        _countries = Index(CatalogueKind.Countries);
        _types = Index(CatalogueKind.Types);
        _actions = Index(CatalogueKind.Actions);
        _models = Index(CatalogueKind.Models);
        _modelsOf = snapshot.Of(CatalogueKind.Models).Values.GroupBy(entry => entry.Model!.Maker)
            .ToFrozenDictionary(models => models.Key, models => new NameIndex(models, CatalogueKeys.OfModel));
        _notSerials = snapshot.Of(CatalogueKind.Makers).Values.ToFrozenDictionary(entry => entry.Code,
            entry => entry.Maker!.NotSerials.Select(text => CatalogueKeys.Of(text.ToString())).ToFrozenSet(StringComparer.Ordinal));
        _serials = snapshot.Of(CatalogueKind.Makers).Values.Where(entry => entry.Maker!.SerialPatterns.Count > 0).ToFrozenDictionary(
            entry => entry.Code, entry => new Lazy<Regex[]>(() => [.. entry.Maker!.SerialPatterns.Select(pattern => pattern.Expression())]));
    }

    /// <summary>The look-up over the seeds alone, for work without a server.</summary>
    public static CatalogueLookUp Seeded => OfSeeds.Value;

    /// <summary>What is looked up in.</summary>
    public CatalogueSnapshot Snapshot { get; }

    /// <summary>Finds a maker, importer or brand. "Corp." and "Co." are told apart where two companies differ by them, and dropped elsewhere.</summary>
    public CatalogueMatches FindMaker(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var exact = _makers.Find(CatalogueKeys.Of(text));
        if (exact.IsFound)
            return exact;
        // A company without a legal form in its name is meant before its namesake abroad that differs by nothing else.
        var bare = CatalogueKeys.OfMaker(text);
        var named = _makers.Find(bare);
        return named.IsFound ? named : _makersBare.Find(bare);
    }

    /// <summary>Finds a model.</summary>
    /// <param name="maker">Whose; null where the maker is not known, and the model of any.</param>
    /// <param name="text">The model, with or without the maker's name before it.</param>
    public CatalogueMatches FindModel(CatalogueCode? maker, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = CatalogueKeys.OfModel(text);
        if (maker is not { } known)
            return _models.Find(key);
        if (!_modelsOf.TryGetValue(known, out var models))
            return CatalogueMatches.None;
        var found = models.Find(key);
        return found.IsFound ? found : WithoutMaker(known, key).Select(models.Find).FirstOrDefault(rest => rest.IsFound, CatalogueMatches.None);
    }

    /// <summary>Finds a cartridge.</summary>
    public CatalogueMatches FindCartridge(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _cartridges.Find(CatalogueKeys.OfCartridge(text));
    }

    /// <summary>Finds a country or former State by its name, its ISO codes or as it stands after "made in".</summary>
    public CatalogueMatches FindCountry(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _countries.Find(CatalogueKeys.OfCountry(text));
    }

    /// <summary>Finds a type of arms.</summary>
    public CatalogueMatches FindType(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _types.Find(CatalogueKeys.Of(text));
    }

    /// <summary>Finds an action.</summary>
    public CatalogueMatches FindAction(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _actions.Find(CatalogueKeys.Of(text));
    }

    /// <summary>Whether two texts name the same cartridge for certain.</summary>
    public bool SameCartridge(string one, string other) => CompareCartridges(one, other) == CartridgeAgreement.Same;

    /// <summary>How two texts for a cartridge stand to each other.</summary>
    public CartridgeAgreement CompareCartridges(string one, string other)
    {
        var (first, second) = (FindCartridge(one), FindCartridge(other));
        if (!first.IsFound || !second.IsFound)
            return CatalogueKeys.OfCartridge(one) == CatalogueKeys.OfCartridge(other) ? CartridgeAgreement.Same : CartridgeAgreement.Unknown;
        if (first.TryOne(out var a) && second.TryOne(out var b))
            return a == b ? CartridgeAgreement.Same : IsCloser(a, b) || IsCloser(b, a) ? CartridgeAgreement.Possible : CartridgeAgreement.Different;
        return first.Codes.Any(code => second.Codes.Any(another => code == another || IsCloser(code, another) || IsCloser(another, code)))
            ? CartridgeAgreement.Possible
            : CartridgeAgreement.Different;
    }

    /// <summary>Whether a text is the name of one of the maker's models: such a text on an arm is no serial.</summary>
    public bool IsModelOf(CatalogueCode maker, string text) => FindModel(maker, text).IsFound;

    /// <summary>Whether a text is a patent number or date that stands on the maker's arms and is taken for a serial.</summary>
    public bool IsPatentOf(CatalogueCode maker, string text) =>
        _notSerials.TryGetValue(maker, out var texts) && texts.Contains(CatalogueKeys.Of(text));

    /// <summary>Whether a company is known to import the maker's arms or to sell them under its own name.</summary>
    public bool IsImporterOf(CatalogueCode importer, CatalogueCode maker) =>
        Snapshot.Find(CatalogueKind.Makers, importer)?.Maker!.Links.Any(link =>
            link.Maker == maker && link.Kind is MakerLinkKind.ImporterOf or MakerLinkKind.RebranderOf) == true;

    /// <summary>Whether a company is in the catalogue as an importer or rebrander and not as a maker: its name does not tell who made an arm.</summary>
    public bool IsNoMaker(CatalogueCode company) =>
        Snapshot.Find(CatalogueKind.Makers, company)?.Maker!.Roles.Contains(MakerRole.Maker) == false;

    /// <summary>Whether a serial has one of the maker's known forms; null where no form is known.</summary>
    public bool? FitsSerialOf(CatalogueCode maker, string serial)
    {
        if (!_serials.TryGetValue(maker, out var patterns))
            return null;
        var key = SearchKey.Of(serial).ExactKey;
        return Array.Exists(patterns.Value, pattern => pattern.IsMatch(key));
    }

    private NameIndex Index(CatalogueKind kind) => new(Snapshot.Of(kind).Values, name => CatalogueKeys.Of(kind, name));

    private bool IsCloser(CatalogueCode closer, CatalogueCode wider) =>
        Snapshot.Find(CatalogueKind.Cartridges, closer)?.Cartridge!.Family == wider;

    private IEnumerable<string> WithoutMaker(CatalogueCode maker, string key) =>
        (Snapshot.Find(CatalogueKind.Makers, maker)?.SearchedNames ?? [])
        .Select(name => CatalogueKeys.OfMaker(name.ToString()))
        .Where(name => name.Length > 0 && name.Length < key.Length && key.StartsWith(name, StringComparison.Ordinal))
        .OrderByDescending(name => name.Length)
        .Select(name => key[name.Length..]);
}

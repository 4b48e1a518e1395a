using System.Text.Json;
using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>One entry of a catalogue. It has the facts of its own kind and no others.</summary>
/// <param name="Code">Its code, unique within the catalogue.</param>
/// <param name="Name">The name that is shown.</param>
/// <param name="Names">Further names that it is found by.</param>
/// <param name="Maker">Facts of a maker.</param>
/// <param name="Model">Facts of a model.</param>
/// <param name="Cartridge">Facts of a cartridge.</param>
/// <param name="Country">Facts of a country.</param>
/// <param name="Type">Facts of a type.</param>
/// <param name="Action">Facts of an action.</param>
public sealed record CatalogueEntry(
    CatalogueCode Code,
    ShortText Name,
    IReadOnlyList<CatalogueName> Names,
    MakerFacts? Maker = null,
    ModelFacts? Model = null,
    CartridgeFacts? Cartridge = null,
    CountryFacts? Country = null,
    TypeFacts? Type = null,
    ActionFacts? Action = null)
{
    /// <summary>Everything that it is found by: the name, the further names, and a cartridge's names in the standards.</summary>
    [JsonIgnore]
    public IEnumerable<ShortText> SearchedNames =>
    [
        Name, .. Names.Select(name => name.Text),
        .. new[] { Cartridge?.Metric, Cartridge?.Imperial, Cartridge?.CipName, Cartridge?.SaamiName }.OfType<ShortText>(),
    ];

    /// <summary>The catalogues whose facts it has: one, in a valid entry.</summary>
    [JsonIgnore]
    public IEnumerable<CatalogueKind> Kinds =>
        new (object? Facts, CatalogueKind Kind)[]
        {
            (Maker, CatalogueKind.Makers), (Model, CatalogueKind.Models), (Cartridge, CatalogueKind.Cartridges),
            (Country, CatalogueKind.Countries), (Type, CatalogueKind.Types), (Action, CatalogueKind.Actions),
        }.Where(pair => pair.Facts is not null).Select(pair => pair.Kind);

    /// <summary>Whether another entry says the same. Lists are compared by what is in them, unlike by the record's own equality.</summary>
    public bool SaysTheSameAs(CatalogueEntry other) =>
        JsonSerializer.Serialize(this, RegistryJson.Options) == JsonSerializer.Serialize(other, RegistryJson.Options);
}

/// <summary>A further name.</summary>
/// <param name="Text">The name.</param>
/// <param name="Kind">What it is.</param>
public sealed record CatalogueName(ShortText Text, CatalogueNameKind Kind);

/// <summary>Facts of a maker.</summary>
/// <param name="Countries">Where it makes or made arms, the present home first; former States for arms of their time.</param>
/// <param name="Roles">What it does with arms.</param>
/// <param name="Links">How it stands to other companies.</param>
/// <param name="SerialPatterns">The forms that its serials are known to have; empty where they are not known, which is no "none".</param>
/// <param name="NotSerials">Patent numbers and dates that stand on its arms and are taken for serials.</param>
public sealed record MakerFacts(
    IReadOnlyList<CountryCode> Countries,
    IReadOnlyList<MakerRole> Roles,
    IReadOnlyList<MakerLink> Links,
    IReadOnlyList<SerialPattern> SerialPatterns,
    IReadOnlyList<ShortText> NotSerials);

/// <summary>How a company stands to another one.</summary>
/// <param name="Kind">How.</param>
/// <param name="Maker">The other one.</param>
public sealed record MakerLink(MakerLinkKind Kind, CatalogueCode Maker);

/// <summary>Facts of a model.</summary>
/// <param name="Maker">Who makes it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Action">How it is loaded and fired.</param>
/// <param name="Cartridges">What it is made for; empty where that is not known.</param>
/// <param name="MadeFrom">The first year of making.</param>
/// <param name="MadeTo">The last year of making; none where it is still made.</param>
public sealed record ModelFacts(
    CatalogueCode Maker,
    CatalogueCode Type,
    Known<CatalogueCode> Action,
    IReadOnlyList<CatalogueCode> Cartridges,
    Known<int> MadeFrom,
    Known<int> MadeTo);

/// <summary>Facts of a cartridge.</summary>
/// <param name="Bore">The bore that it is made for.</param>
/// <param name="Metric">Its metric name.</param>
/// <param name="Imperial">Its name in inches or gauges.</param>
/// <param name="CipName">Its name in the tables of the C.I.P. (TDCC).</param>
/// <param name="SaamiName">Its name in SAAMI's standards (Z299).</param>
/// <param name="Family">The cartridge or gauge that it is a closer description of, as 12/76 is of 12 gauge.</param>
/// <param name="NotTheSameAs">Cartridges that are taken for it.</param>
public sealed record CartridgeFacts(
    BoreType Bore,
    ShortText? Metric,
    ShortText? Imperial,
    ShortText? CipName,
    ShortText? SaamiName,
    CatalogueCode? Family,
    IReadOnlyList<CatalogueCode> NotTheSameAs);

/// <summary>Facts of a country.</summary>
/// <param name="Code">Its ISO 3166-1 or 3166-3 code.</param>
/// <param name="Successors">The States that followed a former one; a question about its arms goes to them.</param>
public sealed record CountryFacts(CountryCode Code, IReadOnlyList<CountryCode> Successors);

/// <summary>Facts of a type.</summary>
/// <param name="ArmType">The type that arms and items are recorded under.</param>
/// <param name="Ncic">The first character of the NCIC gun type.</param>
/// <param name="HsHeading">The heading of the Harmonized System (HS 2022).</param>
public sealed record TypeFacts(ArmType ArmType, ShortText? Ncic, ShortText? HsHeading);

/// <summary>Facts of an action.</summary>
/// <param name="Ncic">The second character of the NCIC gun type.</param>
public sealed record ActionFacts(ShortText? Ncic);

using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Csv;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Catalogues.Importing;

/// <summary>An entry as a table's line says it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Place">Where the line begins, such as <c>line:12,column:1</c>.</param>
internal sealed record EntryRow(CatalogueEntry Entry, string Place);

/// <summary>
/// Tables of entries, in the one form that seeds and imports share: a line of column names, a line per entry, several values in one cell
/// with <c>|</c> between them, an empty cell for unknown and <c>-</c> for none.
/// </summary>
internal static class CatalogueTable
{
    private const int MostErrors = 100;

    private static readonly string[] NameColumns = ["code", "name", "aliases", "former_names", "other_scripts", "factory_codes", "ambiguous_names"];

    /// <summary>The columns that a catalogue's table may have, in any order; <c>code</c> and <c>name</c> must be there.</summary>
    public static IReadOnlyList<string> Columns(CatalogueKind kind) =>
    [
        .. NameColumns,
        .. kind switch
        {
            CatalogueKind.Makers => new[] { "countries", "roles", "links", "serial_patterns", "not_serials" },
            CatalogueKind.Models => ["maker", "type", "action", "cartridges", "made_from", "made_to"],
            CatalogueKind.Cartridges => ["bore", "metric", "imperial", "cip_name", "saami_name", "family", "not_the_same_as"],
            CatalogueKind.Countries => ["successors"],
            CatalogueKind.Types => ["arm_type", "ncic", "hs_heading"],
            CatalogueKind.Actions => ["ncic"],
        },
    ];

    /// <summary>Reads a table.</summary>
    public static Result<IReadOnlyList<EntryRow>> Read(CatalogueKind kind, ReadOnlySpan<byte> bytes)
    {
        var (table, fault) = CsvTable.Read(bytes);
        if (fault is not null)
            return Refusal.Input(new InputError(RowReader.Pointer(new CsvCell("", fault.Line, fault.Column)), null, fault.Rule, "RFC 4180"));
        var errors = HeaderErrors(kind, table!.Header).ToList();
        if (errors.Count > 0)
            return Refusal.Input(errors);
        var rows = table.Rows.Select(cells => Row(kind, table.Header, cells, errors)).ToList();
        return errors.Count > 0 ? Refusal.Input([.. errors.Take(MostErrors)]) : Result.Of<IReadOnlyList<EntryRow>>(rows);
    }

    private static IEnumerable<InputError> HeaderErrors(CatalogueKind kind, IReadOnlyList<CsvCell> header)
    {
        var known = Columns(kind);
        foreach (var cell in header.Where(cell => !known.Contains(cell.Text)))
            yield return new InputError(RowReader.Pointer(cell), cell.Text, $"There is no such column; there are: {string.Join(", ", known)}.");
        foreach (var cell in header.GroupBy(cell => cell.Text).SelectMany(same => same.Skip(1)))
            yield return new InputError(RowReader.Pointer(cell), cell.Text, "This column stands twice.");
        foreach (var missing in NameColumns[..2].Where(name => header.All(cell => cell.Text != name)))
            yield return new InputError("line:1,column:1", null, $"The column {missing} is required.");
    }

    private static EntryRow Row(CatalogueKind kind, IReadOnlyList<CsvCell> header, IReadOnlyList<CsvCell> cells, List<InputError> errors)
    {
        var row = new RowReader(header.Zip(cells).ToDictionary(pair => pair.First.Text, pair => pair.Second), cells[0], errors);
        var entry = new CatalogueEntry(row.Required<CatalogueCode>("code"), row.Required<ShortText>("name"),
        [
            .. row.Names("aliases", CatalogueNameKind.Alias), .. row.Names("former_names", CatalogueNameKind.FormerName),
            .. row.Names("other_scripts", CatalogueNameKind.OtherScript), .. row.Names("factory_codes", CatalogueNameKind.FactoryCode),
            .. row.Names("ambiguous_names", CatalogueNameKind.Ambiguous),
        ]);
        return new EntryRow(WithFacts(kind, entry, row), row.Place);
    }

    private static CatalogueEntry WithFacts(CatalogueKind kind, CatalogueEntry entry, RowReader row) => kind switch
    {
        CatalogueKind.Makers => entry with
        {
            Maker = new MakerFacts(row.List<CountryCode>("countries"), row.Codes<MakerRole>("roles"), row.Links("links"),
                row.List<SerialPattern>("serial_patterns"), row.List<ShortText>("not_serials")),
        },
        CatalogueKind.Models => entry with
        {
            Model = new ModelFacts(row.Required<CatalogueCode>("maker"), row.Required<CatalogueCode>("type"), row.Known<CatalogueCode>("action"),
                row.List<CatalogueCode>("cartridges"), row.Year("made_from"), row.Year("made_to")),
        },
        CatalogueKind.Cartridges => entry with
        {
            Cartridge = new CartridgeFacts(row.Code<BoreType>("bore"), row.Optional<ShortText>("metric"), row.Optional<ShortText>("imperial"),
                row.Optional<ShortText>("cip_name"), row.Optional<ShortText>("saami_name"), row.Optional<CatalogueCode>("family"),
                row.List<CatalogueCode>("not_the_same_as")),
        },
        CatalogueKind.Countries => entry with
        {
            Country = new CountryFacts(row.Required<CountryCode>("code"), row.List<CountryCode>("successors")),
        },
        CatalogueKind.Types => entry with
        {
            Type = new TypeFacts(row.Code<ArmType>("arm_type"), row.Optional<ShortText>("ncic"), row.Optional<ShortText>("hs_heading")),
        },
        CatalogueKind.Actions => entry with { Action = new ActionFacts(row.Optional<ShortText>("ncic")) },
    };
}

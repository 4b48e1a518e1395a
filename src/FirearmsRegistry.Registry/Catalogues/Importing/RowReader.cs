using System.Globalization;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Csv;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Catalogues.Importing;

/// <summary>
/// One line of a catalogue's table, cell by cell: what cannot be read is noted with its place and everything else is read on, so that
/// one answer names all that is wrong.
/// </summary>
internal sealed class RowReader(IReadOnlyDictionary<string, CsvCell> cells, CsvCell first, List<InputError> errors)
{
    /// <summary>What a cell holds where there is known to be nothing, as in "still made".</summary>
    public const string NothingSign = "-";

    /// <summary>Where the line begins.</summary>
    public string Place => Pointer(first);

    public static string Pointer(CsvCell cell) => string.Create(CultureInfo.InvariantCulture, $"line:{cell.Line},column:{cell.Column}");

    public T Required<T>(string column)
        where T : struct, IParsableWord<T> => Word<T>(column, Text(column)) ?? default;

    public T? Optional<T>(string column)
        where T : struct, IParsableWord<T> => Text(column) is { Length: > 0 } text ? Word<T>(column, text) : null;

    public IReadOnlyList<T> List<T>(string column)
        where T : struct, IParsableWord<T> => [.. Parts(column).Select(part => Word<T>(column, part)).OfType<T>()];

    public Known<T> Known<T>(string column)
        where T : struct, IParsableWord<T> =>
        Text(column) switch
        {
            "" => Marks.Values.Known<T>.Unknown,
            NothingSign => Marks.Values.Known<T>.None,
            var text => Word<T>(column, text) is { } value ? Marks.Values.Known.Of(value) : Marks.Values.Known<T>.Unknown,
        };

    public Known<int> Year(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return Marks.Values.Known<int>.Unknown;
        if (text == NothingSign)
            return Marks.Values.Known<int>.None;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return Marks.Values.Known.Of(year);
        Note(column, text, $"A year has four digits; {NothingSign} says that there is none.");
        return Marks.Values.Known<int>.Unknown;
    }

    public T Code<T>(string column)
        where T : struct, Enum => CodeOf<T>(column, Text(column));

    public IReadOnlyList<T> Codes<T>(string column)
        where T : struct, Enum => [.. Parts(column).Select(part => CodeOf<T>(column, part))];

    public IEnumerable<CatalogueName> Names(string column, CatalogueNameKind kind) =>
        List<ShortText>(column).Select(text => new CatalogueName(text, kind));

    /// <summary>Pairs such as <c>importer_of:zastava</c>.</summary>
    public IReadOnlyList<MakerLink> Links(string column) =>
    [
        .. Parts(column).Select(part => part.Split(':', 2)).Select(pair =>
            new MakerLink(CodeOf<MakerLinkKind>(column, pair[0]), Word<CatalogueCode>(column, pair.Length > 1 ? pair[1] : "") ?? default)),
    ];

    private string Text(string column) => cells.TryGetValue(column, out var cell) ? cell.Text : "";

    private string[] Parts(string column) => Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private T? Word<T>(string column, string text)
        where T : struct, IParsableWord<T>
    {
        if (T.Parse(text).TryGet(out var value, out var fault))
            return value;
        Note(column, text, fault.Rule, fault.Source, fault.Suggestion);
        return null;
    }

    private T CodeOf<T>(string column, string text)
        where T : struct, Enum
    {
        if (Marks.Codes.Codes.TryParse<T>(text, out var value))
            return value;
        Note(column, text, $"Must be one of: {string.Join(", ", Marks.Codes.Codes.All<T>())}.");
        return default;
    }

    private void Note(string column, string seen, string rule, string? source = null, string? suggestion = null) => errors.Add(new InputError(
        Pointer(cells.GetValueOrDefault(column, first)), seen.Length > 100 ? seen[..100] : seen, $"{column}: {rule}", source, suggestion));
}

using System.Text;

namespace FirearmsRegistry.Registry.Shared.Csv;

/// <summary>Where and why a text is no table.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
/// <param name="Rule">The rule that is broken.</param>
internal sealed record CsvFault(int Line, int Column, string Rule);

/// <summary>One cell with its place in the file.</summary>
internal sealed record CsvCell(string Text, int Line, int Column);

/// <summary>
/// A table of comma-separated values (RFC 4180), read whole or not at all. Semicolon and tab are taken as well, as spreadsheets write
/// them: whichever ends the first column's title. Every cell keeps its line and column, because a refusal has to name them.
/// </summary>
internal sealed record CsvTable(IReadOnlyList<CsvCell> Header, IReadOnlyList<IReadOnlyList<CsvCell>> Rows)
{
    /// <summary>Reads bytes in UTF-8, with or without a byte order mark.</summary>
    public static (CsvTable? Table, CsvFault? Fault) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (!Utf8Text.TryRead(bytes, out var text, out var fault))
            return (null, fault);
        var (rows, broken) = CsvReader.Read(text);
        if (broken is not null)
            return (null, broken);
        return rows is [var header, ..]
            ? (new CsvTable(header, rows[1..]), Shape(header, rows))
            : (null, new CsvFault(1, 1, "The table is empty: its first line must hold the columns' names."));
    }

    private static CsvFault? Shape(IReadOnlyList<CsvCell> header, IEnumerable<IReadOnlyList<CsvCell>> rows)
    {
        var odd = rows.FirstOrDefault(row => row.Count != header.Count);
        return odd is null ? null : new CsvFault(odd[0].Line, odd[^1].Column,
            $"The line has {odd.Count} cells, the first line {header.Count}: every line uses the separator of the first one "
            + "and quotes cells that hold it.");
    }
}

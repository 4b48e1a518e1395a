namespace FirearmsRegistry.Indicators.Importing;

/// <summary>Where each column of a file stands. Columns are told by their names, so their order is free.</summary>
internal sealed class Header
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _places;

    private Header(string[] names, long line)
    {
        (_names, Line) = (names, line);
        _places = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
    }

    /// <summary>The header's line.</summary>
    public long Line { get; }

    public int Count => _names.Length;

    public int this[string name] => _places[name];

    /// <summary>Reads the header's row; null where it is not one.</summary>
    public static Header? Read(SeparatedText row, IReadOnlyList<string> columns, InputFaults faults)
    {
        if (!row.Read())
        {
            faults.Add(new(1, 1, null, $"The file is empty; its first line names the columns {string.Join(", ", columns)}."));
            return null;
        }

        if (row.Fault is { } fault)
        {
            faults.Add(fault);
            return null;
        }

        var before = faults.Count;
        var names = Enumerable.Range(0, row.Count).Select(field => row[field].Trim().ToString()).ToArray();
        foreach (var (field, name) in names.Index())
        {
            if (!columns.Contains(name))
                faults.Add(new(row.Line, field + 1, null, $"There is no column {Shown.Of(name)}; the columns are {string.Join(", ", columns)}."));
            else if (Array.IndexOf(names, name) is var first && first < field)
                faults.Add(new(row.Line, field + 1, name, FormattableString.Invariant($"The column {name} stands twice, first as column {first + 1}.")));
        }

        foreach (var missing in columns.Except(names))
            faults.Add(new(row.Line, Place(missing, columns, names), missing, $"The column {missing} is missing."));
        return faults.Count == before ? new Header(names, row.Line) : null;
    }

    /// <summary>Where a missing column would stand: behind the nearest column before it that the file has.</summary>
    private static int Place(string missing, IReadOnlyList<string> columns, string[] names)
    {
        var before = columns.TakeWhile(column => column != missing).LastOrDefault(column => names.Contains(column, StringComparer.Ordinal));
        return before is null ? 1 : Array.IndexOf(names, before) + 2;
    }

    /// <summary>A header without any row is no report: nothing was counted, not even zero.</summary>
    public void ExpectRows(long rows, InputFaults faults)
    {
        if (rows == 0)
            faults.Add(new(Line, 1, null, "The file has a header and no rows: it reports nothing, not even zero."));
    }

    /// <summary>A fault in a column of a row.</summary>
    public InputFault Fault(SeparatedText row, string name, string reason) => new(row.Line, this[name] + 1, name, reason);
}

/// <summary>Quotes a stranger's value in a sentence.</summary>
internal static class Shown
{
    private const int Most = 40;

    public static string Of(ReadOnlySpan<char> value, int most = Most) => value.Length <= most ? $"\"{value}\"" : $"\"{value[..most]}…\"";
}

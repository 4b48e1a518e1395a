namespace FirearmsRegistry.Indicators.Importing;

/// <summary>Where each column of a file stands. Columns are told by their names, so their order is free.</summary>
internal sealed class Header
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _places;

    private Header(string[] names)
    {
        _names = names;
        _places = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
    }

    public int Count => _names.Length;

    public int this[string name] => _places[name];

    /// <summary>Reads the header's row; null where it is not one.</summary>
    public static Header? Read(SeparatedText row, IReadOnlyList<string> columns, InputFaults faults)
    {
        if (!row.Read())
        {
            faults.Add(new(1, 0, null, $"The file is empty; its first line names the columns {string.Join(", ", columns)}."));
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
            else if (Array.IndexOf(names, name) < field)
                faults.Add(new(row.Line, field + 1, name, "The column stands twice."));
        }

        foreach (var missing in columns.Except(names))
            faults.Add(new(row.Line, 0, null, $"The column {missing} is missing."));
        return faults.Count == before ? new Header(names) : null;
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

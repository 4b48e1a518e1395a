namespace FirearmsRegistry.Indicators.Suppressing;

/// <summary>One count of a table that is to be published, a total among them.</summary>
/// <param name="Id">Its name in the table.</param>
/// <param name="Count">The count; not negative.</param>
public sealed record CountCell(string Id, long Count);

/// <summary>What readers know of a table: that one of its cells is the sum of others.</summary>
/// <param name="Total">The id of the sum.</param>
/// <param name="Parts">The ids of what it adds up.</param>
public sealed record CountSum(string Total, IReadOnlyList<string> Parts);

/// <summary>
/// Counts and the sums among them. Tables that share a total (by type, by marking) are one table here, since readers put them together.
/// </summary>
public sealed class CountTable
{
    /// <summary>Puts a table together.</summary>
    /// <exception cref="ArgumentException">A count is negative, an id stands twice or is not there, or a sum is not one.</exception>
    public CountTable(IReadOnlyList<CountCell> cells, IReadOnlyList<CountSum> sums)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(sums);
        if (cells.FirstOrDefault(cell => cell.Count < 0) is { } negative)
            throw new ArgumentException($"The count of {negative.Id} is negative.", nameof(cells));
        if (cells.CountBy(cell => cell.Id).FirstOrDefault(id => id.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"The cell {twice} stands twice.", nameof(cells));
        var places = cells.Index().ToDictionary(cell => cell.Item.Id, cell => cell.Index);
        if (sums.SelectMany(sum => sum.Parts.Append(sum.Total)).FirstOrDefault(id => !places.ContainsKey(id)) is { } missing)
            throw new ArgumentException($"There is no cell {missing}.", nameof(sums));
        (Cells, Sums) = (cells, [.. sums.Select(sum => new PlacedSum(places[sum.Total], [.. sum.Parts.Select(part => places[part])]))]);
        if (Sums.FirstOrDefault(sum => cells[sum.Total].Count != sum.Parts.Sum(part => cells[part].Count)) is { } wrong)
            throw new ArgumentException($"{cells[wrong.Total].Id} is not the sum of its parts.", nameof(sums));
    }

    /// <summary>The cells in their order.</summary>
    public IReadOnlyList<CountCell> Cells { get; }

    internal IReadOnlyList<PlacedSum> Sums { get; }

    /// <summary>A table of rows by columns with the totals of both, named <c>row/column</c>, <c>row/total</c>, <c>total/column</c>, <c>total/total</c>.</summary>
    public static CountTable Crossed(IReadOnlyList<string> rows, IReadOnlyList<string> columns, Func<string, string, long> count)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(count);
        const string All = "total";
        string Id(string row, string column) => $"{row}/{column}";
        return new CountTable(
            [
                .. rows.SelectMany(row => columns.Select(column => new CountCell(Id(row, column), count(row, column)))),
                .. rows.Select(row => new CountCell(Id(row, All), columns.Sum(column => count(row, column)))),
                .. columns.Select(column => new CountCell(Id(All, column), rows.Sum(row => count(row, column)))),
                new CountCell(Id(All, All), rows.Sum(row => columns.Sum(column => count(row, column)))),
            ],
            [
                .. rows.Select(row => new CountSum(Id(row, All), [.. columns.Select(column => Id(row, column))])),
                .. columns.Select(column => new CountSum(Id(All, column), [.. rows.Select(row => Id(row, column))])),
                new CountSum(Id(All, All), [.. rows.Select(row => Id(row, All))]),
                new CountSum(Id(All, All), [.. columns.Select(column => Id(All, column))]),
            ]);
    }
}

/// <summary>A sum by the places of its cells.</summary>
internal sealed record PlacedSum(int Total, int[] Parts);

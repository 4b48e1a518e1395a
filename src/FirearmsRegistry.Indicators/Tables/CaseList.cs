namespace FirearmsRegistry.Indicators.Tables;

/// <summary>A column of a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What stands in it.</param>
/// <param name="Type">Its data type (XML Schema), as CSV on the Web names it.</param>
public sealed record CaseColumn(string Name, string Title, string Type = "string");

/// <summary>A list handed out beside the questionnaire's tables that has a row for each case or partner: never for the public.</summary>
/// <param name="Name">Its name: <c>trace_requests</c>.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a value for each column; null is left empty.</param>
public sealed record CaseList(string Name, IReadOnlyList<CaseColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The rows by the names of the columns.</summary>
    public IReadOnlyList<Dictionary<string, object?>> Named =>
        [.. Rows.Select(row => Columns.Zip(row).ToDictionary(cell => cell.First.Name, cell => cell.Second))];
}

using FirearmsRegistry.Marks.Codes;
using MiniExcelLibs;

namespace FirearmsRegistry.Indicators.Tables;

/// <summary>Writes the questionnaire's tables as an Excel workbook: a sheet for each thing by which arms are told apart, and one for the arms.</summary>
public static class WorkbookWriter
{
    /// <summary>Writes a workbook (<c>.xlsx</c>).</summary>
    /// <param name="output">Where to; it must be able to seek.</param>
    /// <param name="years">The tables, one year and intake after the other on each sheet.</param>
    /// <param name="further">Further sheets, such as the requests by partner.</param>
    public static void Write(
        Stream output, IReadOnlyList<QuestionnaireTables> years, params IReadOnlyList<(string Name, IReadOnlyList<Dictionary<string, object?>> Rows)> further)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(years);
        var sheets = years.SelectMany(tables => tables.Rows().Select(row => (tables, row.By, row.Cell)))
            .GroupBy(row => row.By, StringComparer.Ordinal)
            .ToDictionary(sheet => sheet.Key, object (sheet) => sheet.Select(row => Row(row.tables, row.Cell)).ToArray());
        foreach (var (name, rows) in further)
            sheets.Add(name, rows.ToArray());
        output.SaveAs(sheets);
    }

    // Empty is not reported, and zero is zero: a number cell is left out and never filled with 0.
    private static Dictionary<string, object?> Row(QuestionnaireTables tables, TableCell cell) => new()
    {
        ["country"] = tables.Country.Alpha3,
        ["year"] = tables.Year,
        ["intake"] = Codes.Of(tables.Intake),
        ["category"] = cell.Category,
        ["count"] = cell.Count,
        ["status"] = Codes.Of(cell.Status),
        ["source"] = tables.Source,
    };
}

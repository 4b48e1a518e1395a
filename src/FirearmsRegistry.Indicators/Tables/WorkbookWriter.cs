using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using MiniExcelLibs;

namespace FirearmsRegistry.Indicators.Tables;

/// <summary>Writes the questionnaire's tables as an Excel workbook: a sheet for each thing by which arms are told apart, and one for the arms.</summary>
public static class WorkbookWriter
{
    private const int LongestName = 31;

    /// <summary>Writes a workbook (<c>.xlsx</c>).</summary>
    /// <param name="output">Where to; it must be able to seek.</param>
    /// <param name="years">The tables, one year and intake after the other on each sheet.</param>
    /// <param name="lists">Further sheets, such as the requests by partner.</param>
    public static void Write(Stream output, IReadOnlyList<QuestionnaireTables> years, params IReadOnlyList<CaseList> lists)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(years);
        var sheets = years.SelectMany(tables => tables.Rows().Select(row => (tables, row.By, row.Cell)))
            .GroupBy(row => row.By, StringComparer.Ordinal)
            .Select(sheet => (Name: sheet.Key, Rows: sheet.Select(row => Row(row.tables, row.Cell)).ToArray()))
            .Concat(lists.Select(list => (list.Name, Rows: list.Named.ToArray())));
        var named = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, rows) in sheets)
            named.Add(SheetName(name, named), rows);
        output.SaveAs(named);
    }

    // A spreadsheet takes names of 31 characters, each once.
    private static string SheetName(string name, Dictionary<string, object> taken)
    {
        var shortened = name.Length > LongestName ? name[..LongestName] : name;
        for (var number = 2; taken.ContainsKey(shortened); number++)
            shortened = string.Create(CultureInfo.InvariantCulture, $"{name[..Math.Min(name.Length, LongestName - 4)]}~{number}");
        return shortened;
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

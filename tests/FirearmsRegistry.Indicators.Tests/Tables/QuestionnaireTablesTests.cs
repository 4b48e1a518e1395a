using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Marks.Countries;
using MiniExcelLibs;

namespace FirearmsRegistry.Indicators.Tests.Tables;

public sealed class QuestionnaireTablesTests
{
    private static readonly QuestionnaireTables Spain = new(CountryCode.Parse("ESP").GetOrThrow(), 2020, FigureIntake.Seized, TableCell.Of("total", 7782),
        [Table("type", "byType"), Table("location", "byLocation"), Table("outcome_line", "byOutcomeLine")]);

    [Fact]
    public void Every_cell_is_a_line_with_its_status()
    {
        var lines = Csv(Spain);

        Assert.Equal("country,year,intake,by,category,count,status,source", lines[0]);
        Assert.Equal("ESP,2020,seized,total,total,7782,reported,register", lines[1]);
        Assert.Contains("ESP,2020,seized,type,pistol,2490,reported,register", lines);
        Assert.Contains("ESP,2020,seized,type,unknown,0,reported,register", lines);
        Assert.Equal(1 + 1 + 8 + 6 + 11, lines.Length);
    }

    [Fact]
    public void Not_reported_and_not_shown_are_two_things()
    {
        var tables = Spain with
        {
            Tables = [new("type", true, [TableCell.Of("pistol", 3), TableCell.Of("rifle", 7779), TableCell.Of("shotgun", null), TableCell.Of("other", 0)])],
        };

        var lines = Csv(tables.Protected(5));

        Assert.Contains("ESP,2020,seized,type,pistol,,suppressed,register", lines);
        Assert.Contains("ESP,2020,seized,type,rifle,,suppressed,register", lines);
        Assert.Contains("ESP,2020,seized,type,shotgun,,not_reported,register", lines);
        Assert.Contains("ESP,2020,seized,type,other,0,reported,register", lines);
        Assert.Contains("ESP,2020,seized,total,total,7782,reported,register", lines);
    }

    [Fact]
    public void The_one_arm_seized_at_a_land_border_of_Spain_2020_is_not_shown_and_cannot_be_computed()
    {
        var cells = Spain.Protected(5).Tables.Single(table => table.By == "location").Cells;

        Assert.Equal(TableCellStatus.Suppressed, cells.Single(cell => cell.Category == "land_borders").Status);
        Assert.Equal(2, cells.Count(cell => cell.Status is TableCellStatus.Suppressed));
    }

    [Fact]
    public void A_workbook_has_a_sheet_for_each_table_with_numbers_zeros_and_empty_cells()
    {
        var output = new MemoryStream();

        WorkbookWriter.Write(output, [Spain.Protected(5)]);

        Assert.Equal(["total", "type", "location", "outcome_line"], output.GetSheetNames());
        var rows = output.Query(useHeaderRow: true, sheetName: "location").Cast<IDictionary<string, object?>>().ToDictionary(row => (string)row["category"]!);
        Assert.Equal((7755d, "reported"), (rows["national_territory"]["count"], rows["national_territory"]["status"]));
        Assert.Equal((0d, "reported"), (rows["unknown"]["count"], rows["unknown"]["status"]));
        Assert.Equal((null, "suppressed"), (rows["land_borders"]["count"], rows["land_borders"]["status"]));
    }

    [Fact]
    public void Sheets_have_names_that_a_spreadsheet_takes_each_once()
    {
        var output = new MemoryStream();
        QuestionnaireTable Long(string end) => new("persons_arrested_or_suspected_by_" + end, true, [TableCell.Of("pistol", 1)]);

        WorkbookWriter.Write(output, [Spain with { Tables = [Long("offence"), Long("age")] }], ("total", [new() { ["a"] = 1 }]), ("empty", []));

        Assert.Equal(["total", "persons_arrested_or_suspected_b", "persons_arrested_or_suspect~2", "total~2", "empty"], output.GetSheetNames());
    }

    [Fact]
    public void A_source_that_looks_like_a_formula_is_text()
    {
        Assert.Contains("ESP,2020,seized,total,total,7782,reported,'=1+1", Csv(Spain with { Source = "=1+1" }));
        Assert.Contains("ESP,2020,seized,total,total,7782,reported,\"'@a,\"\"b\"\"\"", Csv(Spain with { Source = "@a,\"b\"" }));
    }

    [Fact]
    public void JSON_has_codes_and_null()
    {
        var json = JsonNode.Parse(TableWriter.ToJson([Spain.Protected(5)]))![0]!;

        Assert.Equal(("ESP", "seized"), ((string?)json["country"], (string?)json["intake"]));
        Assert.Contains(json["tables"]![1]!["cells"]!.AsArray(), cell => (string?)cell!["status"] == "suppressed" && cell["count"] is null);
    }

    [Fact]
    public void The_description_for_machines_names_the_columns_in_their_order()
    {
        var metadata = JsonNode.Parse(TableWriter.ToCsvMetadata("esp-2020.csv"))!;

        Assert.Equal("esp-2020.csv", (string?)metadata["url"]);
        Assert.Equal(Csv(Spain)[0].Split(','), metadata["tableSchema"]!["columns"]!.AsArray().Select(column => (string?)column!["name"]));
    }

    private static QuestionnaireTable Table(string by, string breakdown) => new(by, AddsUp: true,
        [.. PublicFigures.Spain2020.GetProperty(breakdown).Deserialize<Dictionary<string, long>>()!.Select(cell => TableCell.Of(cell.Key, cell.Value))]);

    private static string[] Csv(QuestionnaireTables tables)
    {
        var output = new StringWriter();
        TableWriter.WriteCsv(output, [tables]);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
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

        var lines = Csv(Protected(tables));

        Assert.Contains("ESP,2020,seized,type,pistol,,suppressed,register", lines);
        Assert.Contains("ESP,2020,seized,type,rifle,,suppressed,register", lines);
        Assert.Contains("ESP,2020,seized,type,shotgun,,not_reported,register", lines);
        Assert.Contains("ESP,2020,seized,type,other,0,reported,register", lines);
        Assert.Contains("ESP,2020,seized,total,total,7782,reported,register", lines);
    }

    [Fact]
    public void The_one_arm_seized_at_a_land_border_of_Spain_2020_is_not_shown_and_cannot_be_computed()
    {
        var cells = Protected(Spain).Tables.Single(table => table.By == "location").Cells;

        Assert.Equal(TableCellStatus.Suppressed, cells.Single(cell => cell.Category == "land_borders").Status);
        Assert.Equal(2, cells.Count(cell => cell.Status is TableCellStatus.Suppressed));
        var withFigures = Protected(Spain, PublicFigures.Seized("ESP", 2020));
        Assert.Equal(cells, withFigures.Tables.Single(table => table.By == "location").Cells);
        Assert.DoesNotContain(withFigures.Tables.Single(table => table.By == "outcome_line").Cells, cell => cell.Status is TableCellStatus.Suppressed);
    }

    [Fact]
    public void A_line_that_the_published_numerator_would_tell_is_covered_by_another_line_of_it()
    {
        // Line 1.5 is the smallest cover; but with it, the numerator of 42 less the 40 shown in line 1.2 would be the two arms of line 1.3.
        var counts = OutcomeCounts.FromTallies([new(OutcomeLine.IllegitimateOwner, 40), new(OutcomeLine.ForeignRegistry, 2), new(OutcomeLine.Pending, 7), new(OutcomeLine.NotIdentified, 60)]);

        Assert.Equal(["1.3", "1.5"], Left(Protected(Outcomes(counts, 0))));
        Assert.Equal(["1.2", "1.3"], Left(Protected(Outcomes(counts, 0), counts)));
    }

    [Fact]
    public void What_the_figures_leave_out_is_not_told_by_the_tables_that_have_it()
    {
        // The tables have three arms more, seized for administrative violations: all arms less the published denominator would say so.
        var counts = OutcomeCounts.FromTallies([new(OutcomeLine.IllegitimateOwner, 40), new(OutcomeLine.NotIdentified, 60)]);
        var tables = Outcomes(counts, 3);

        Assert.Equal(TableCellStatus.Reported, Protected(tables).Arms!.Status);
        Assert.Equal(TableCellStatus.Suppressed, Protected(tables, counts).Arms!.Status);
        Assert.Contains("1.6", Left(Protected(tables, counts)));
    }

    [Theory]
    [InlineData(4, 10)]
    [InlineData(10, 4)]
    [InlineData(2, 0)]
    public void Few_antiques_are_not_told_by_what_the_figures_leave_out_less_the_administrative_ones(long antiques, long administrative)
    {
        var tables = Spain with
        {
            Tables = [new(QuestionnaireTables.QuantityTable, false, [TableCell.Of("cases", 90), TableCell.Of(QuestionnaireTables.Antiques, antiques), TableCell.Of(QuestionnaireTables.Administrative, administrative)])],
        };

        Assert.Equal(["antiques", "administrative"], Left(Protected(tables)));
        Assert.Equal(["antiques", "administrative"], Left(Protected(tables, PublicFigures.Seized("ESP", 2020))));
    }

    [Fact]
    public void Antiques_and_administrative_arms_that_are_many_or_none_are_shown()
    {
        var tables = Spain with
        {
            Tables = [new(QuestionnaireTables.QuantityTable, false, [TableCell.Of(QuestionnaireTables.Antiques, 0), TableCell.Of(QuestionnaireTables.Administrative, 10)])],
        };

        Assert.Empty(Left(Protected(tables)));
    }

    private static QuestionnaireTables Protected(QuestionnaireTables tables, OutcomeCounts? figures = null) => ProtectedTables.Of(
        [tables], 5, figures is null ? [] : [FigureKnowledge.Of(FigureIntake.Seized, QuestionnaireTables.Register, figures, 5)])[0];

    private static string[] Left(QuestionnaireTables tables) =>
        [.. tables.Tables.Single().Cells.Where(cell => cell.Status is TableCellStatus.Suppressed).Select(cell => cell.Category)];

    private static QuestionnaireTables Outcomes(OutcomeCounts counts, long administrative) => Spain with
    {
        Arms = TableCell.Of("total", counts.Total + administrative),
        Tables = [new("outcome_line", true, [.. OutcomeLines.All.Select(line => TableCell.Of(line.Code(), counts[line] + (line == OutcomeLine.NotIdentified ? administrative : 0)))])],
    };

    [Fact]
    public void A_workbook_has_a_sheet_for_each_table_with_numbers_zeros_and_empty_cells()
    {
        var output = new MemoryStream();

        WorkbookWriter.Write(output, [Protected(Spain)]);

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

        WorkbookWriter.Write(output, [Spain with { Tables = [Long("offence"), Long("age")] }], new CaseList("total", [new("a", "A")], [[1]]), new CaseList("empty", [new("a", "A")], []));

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
        var json = JsonNode.Parse(TableWriter.ToJson([Protected(Spain)]))!["tables"]![0]!;

        Assert.Equal(("ESP", "seized"), ((string?)json["country"], (string?)json["intake"]));
        Assert.Contains(json["tables"]![1]!["cells"]!.AsArray(), cell => (string?)cell!["status"] == "suppressed" && cell["count"] is null);
    }

    [Fact]
    public void A_list_by_case_is_separated_text_JSON_and_a_table_of_the_description_for_machines()
    {
        var list = new CaseList("trace_requests", [new("country", "The other State"), new("median_days", "Median", "decimal")], [["FRA", 3.5m], ["=1+1", null]]);

        var output = new StringWriter();
        TableWriter.WriteCsv(output, list);
        var json = JsonNode.Parse(TableWriter.ToJson([Spain], list))!;
        var metadata = JsonNode.Parse(TableWriter.ToCsvMetadata("a.csv", ("a-trace_requests.csv", list)))!;

        Assert.Equal("country,median_days\nFRA,3.5\n'=1+1,\n", output.ToString());
        Assert.Equal(("FRA", 3.5m), ((string?)json["traceRequests"]![0]!["country"], (decimal?)json["traceRequests"]![0]!["medianDays"]));
        Assert.Null(json["traceRequests"]![1]!["medianDays"]);
        Assert.Equal(["a.csv", "a-trace_requests.csv"], metadata["tables"]!.AsArray().Select(table => (string?)table!["url"]));
        Assert.Equal(["string", "decimal"], metadata["tables"]![1]!["tableSchema"]!["columns"]!.AsArray().Select(column => (string?)column!["datatype"]));
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

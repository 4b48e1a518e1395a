using System.Text;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Figures.Checking;
using FirearmsRegistry.Registry.Figures.DrillingDown;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Figures.TabulatingYears;

namespace FirearmsRegistry.Registry.Tests.Figures;

public sealed class YearTablesTests
{
    private const string Header = "iso3,m49,year,intake,t1,t1.1,t1.2,t1.3,t1.4,t1.5,t1.6,t1.7,t2,t2.alt,t2.ill,t2.nfi,t3\n";

    private static readonly DateTimeOffset KnownAt = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_code_that_the_register_keeps_stands_in_exactly_one_cell_of_its_table()
    {
        foreach (var breakdown in IafqBreakdowns.All)
        {
            var codes = breakdown.Categories.SelectMany(breakdown.CodesOf).ToList();
            Assert.Equal(breakdown.Kept.Select(kept => kept.Key).Order(), codes.Order());
            Assert.All(breakdown.Categories, category => Assert.Null(CellCondition.Of(Codes.Of(breakdown.By), category).Refusal));
        }
    }

    [Theory]
    [InlineData("type", "cannon", "path:category")]
    [InlineData("arms", "pistol", "path:category")]
    [InlineData("Type", "pistol", "path:table")]
    [InlineData("figure", "1.8", "path:category")]
    [InlineData("companion", "requests_placed", "path:category")]
    [InlineData("significant_seizures", "total", "path:category")]
    public void A_cell_that_no_table_has_is_refused(string table, string category, string pointer) =>
        Assert.Equal(pointer, Assert.Single(CellCondition.Of(table, category).Refusal!.Errors).Pointer);

    [Fact]
    public void Imported_counts_stand_beside_the_register_and_are_never_added_to_it()
    {
        var tables = HandOut.Of(Year(
            Arms("type", "pistol", Known.Of(3L)), Arms("type", "rifle", Known<long>.Unknown), Arms("type", "other", Known<long>.None), Arms("total", "total", Known.Of(3L))));

        Assert.Equal([QuestionnaireTables.Register, "register", "register", "register", "return"], tables.Select(table => table.Source));
        var imported = tables[^1];
        Assert.Equal((FigureIntake.Seized, 3L, true), (imported.Intake, imported.Arms!.Count, imported.Tables[0].AddsUp));
        Assert.Equal([TableCellStatus.Reported, TableCellStatus.NotReported, TableCellStatus.NotApplicable],
            imported.Tables[0].Cells.Select(cell => cell.Status));
        Assert.Equal(0, tables[0].Arms!.Count);
    }

    [Fact]
    public void A_subtotal_or_a_contested_count_is_not_handed_out()
    {
        var tables = HandOut.Of(Year(
            Arms("tracing", "pending", Known.Of(3L)), Arms("tracing", "uniquely_identifiable", Known.Of(9L)), Arms("type", "pistol", Known.Of(1L)) with { Variant = 1 },
            Arms("type", "pistol", Known.Of(2L)) with { Variant = 2 }));

        var table = Assert.Single(tables[^1].Tables);
        Assert.Equal(("arms_seized_by_tracing", "pending"), (table.By, Assert.Single(table.Cells).Category));
    }

    [Fact]
    public void The_sexes_of_an_imported_count_of_persons_are_protected_with_their_total()
    {
        ImportedYearCount Persons(CountedSex sex, long count) =>
            new(Guid.Empty, "persons_convicted", "total", "total", sex, Known.Of(count), "return");

        var table = ProtectedTables.Of(HandOut.Of(Year(Persons(CountedSex.Female, 2), Persons(CountedSex.Male, 40), Persons(CountedSex.Total, 42))), 5)[^1];

        Assert.Equal(("persons_convicted", 42L), (table.TotalName, table.Arms!.Count));
        Assert.All(table.Tables[0].Cells, cell => Assert.Equal(TableCellStatus.Suppressed, cell.Status));
    }

    [Fact]
    public void Persons_told_apart_by_the_dimension_of_sex_are_handed_out_with_their_total()
    {
        ImportedYearCount Persons(CountedSex sex, long count) => new(Guid.Empty, "persons_prosecuted", "sex", "total", sex, Known.Of(count), "return");

        var table = HandOut.Of(Year(Persons(CountedSex.Female, 20), Persons(CountedSex.Male, 40), Persons(CountedSex.Total, 60)))[^1];

        Assert.Equal((60L, true), (table.Arms!.Count, table.Tables[0].AddsUp));
        Assert.Equal(["total/female", "total/male"], table.Tables[0].Cells.Select(cell => cell.Category));
    }

    [Fact]
    public void The_checks_of_imported_counts_name_their_source()
    {
        var finding = Assert.Single(ImportedChecks.Of(
            [Arms("tracing", "uniquely_identifiable", Known.Of(9L)), Arms("tracing", "pending", Known.Of(3L)), Arms("tracing", "not_identified", Known.Of(1L))]));

        Assert.Equal((CheckKind.DetailAgainstTotal, "5.1 line 1, return", 9L, 4L), (finding.Kind, finding.Where, finding.Said!.Value, finding.Found!.Value));
    }

    [Fact]
    public void A_breakdown_that_contradicts_its_own_total_is_found_and_that_of_offences_is_not()
    {
        var finding = Assert.Single(ImportedChecks.Of(
        [
            Arms("location", "total", Known.Of(9L)), Arms("location", "land_borders", Known.Of(3L)), Arms("location", "other", Known.Of(5L)),
            Arms("marking", "total", Known.Of(9L)), Arms("suspected_offence", "total", Known.Of(9L)), Arms("suspected_offence", "terrorism", Known.Of(1L)),
        ]));

        Assert.Equal(("arms_seized by location, return", 9L, 8L), (finding.Where, finding.Said!.Value, finding.Found!.Value));
    }

    [Theory]
    [InlineData(17, 194, 232L, false)]
    [InlineData(17, 195, 232L, true)]
    [InlineData(17, 194, 231L, true)]
    [InlineData(17, 194, null, false)]
    [InlineData(250, 194, null, true)]
    public void The_sexes_of_persons_are_held_against_their_total_and_one_that_was_not_reported_may_make_up_the_rest(
        long female, long male, long? unknown, bool found)
    {
        ImportedYearCount Persons(CountedSex sex, long? count) => new(Guid.Empty, "persons_arrested_or_suspected", "sex", "total", sex,
            count is { } known ? Known.Of(known) : Known<long>.Unknown, "return");

        var findings = ImportedChecks.Of(
            [Persons(CountedSex.Total, 443), Persons(CountedSex.Female, female), Persons(CountedSex.Male, male), Persons(CountedSex.Unknown, unknown)]);

        Assert.Equal(found, findings.Count == 1 && findings[0].Where == "persons_arrested_or_suspected by sex, sex total, return");
        Assert.Equal(found ? 1 : 0, findings.Count);
    }

    [Fact]
    public void A_compilation_is_read_into_counts_and_what_was_not_reported_is_left_out()
    {
        var plan = CountFilePlan.Read(Bytes(Header + "ESP,724,2020,seized,5,,2,,,0,,,,,,,\n")).Value;

        Assert.Equal(CountFileLayout.TracingCounts, plan.Layout);
        Assert.Equal(["illegitimate_owner=2", "pending=0", "uniquely_identifiable=5"],
            plan.Counts.Select(count => $"{count.Subject.Category}={count.Value}").Order());
        Assert.Equal([CountryCode.Parse("ESP").GetOrThrow()], plan.Preview.Countries);
    }

    [Fact]
    public void Every_fault_of_a_file_is_told_with_line_and_column()
    {
        var refusal = CountFilePlan.Read(Bytes(Header + "ESP,724,2020,seized,-5,,,,,,,,,,,,\nXXX,,1800,seized,,,,,,,,,,,,,\n")).Refusal!;

        Assert.Equal(["line:2,column:5", "line:3,column:1", "line:3,column:3"], refusal.Errors.Select(error => error.Pointer));
        Assert.Equal("3 faults; nothing was taken over.", refusal.Detail);
    }

    [Fact]
    public void Text_in_Windows_1252_is_told_with_its_place_and_a_byte_order_mark_is_passed_over()
    {
        var latin = CountFilePlan.Read(Encoding.Latin1.GetBytes(Header + "ESPÑ,724,2020,seized,,,,,,,,,,,,,\n")).Refusal!;

        Assert.Equal("line:2,column:1", Assert.Single(latin.Errors).Pointer);
        Assert.Null(CountFilePlan.Read((byte[])[.. Encoding.UTF8.Preamble, .. Bytes(Header + "ESP,724,2020,seized,5,,,,,,,,,,,,\n")]).Refusal);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static ImportedYearCount Arms(string dimension, string category, Known<long> value) =>
        new(Guid.Empty, "arms_seized", dimension, category, CountedSex.Total, value, "return");

    private static YearTables Year(params ImportedYearCount[] imported) => new(CountryCode.Parse("ESP").GetOrThrow(), 2020,
        [.. Enum.GetValues<Intake>().Select(intake => IafqTables.Of(2020, intake.Alone(), [new ItemTally(TallyKind.Items, null, 1, 0)], KnownAt, KnownAt))],
        new SignificantThreshold(10, 1000), [], [], new CompanionFigures(0, 0, 0, 0, 0, 0, 0, 0, 0), imported, KnownAt, KnownAt);
}

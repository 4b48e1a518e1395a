using System.Text.Json;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Indicators.Tests.Importing;

public sealed class UnodcFileTests
{
    private const string Header = "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source\n";

    private static readonly UnodcReading Extract = ReadExtract();

    [Fact]
    public void The_published_extract_is_read_whole()
    {
        Assert.Empty(Extract.Counts.Faults);
        Assert.Null(Extract.Release);

        // 2,351 rows, 52 subjects twice: 23 of them with equal values, which are merged, 29 with different ones, which are told.
        Assert.Equal(2351 - 23, Extract.Counts.Items.Count);
        Assert.Equal(2 * 29, Extract.Counts.Items.Count(count => count.IsContested));
        Assert.Equal(29, Extract.Counts.Warnings.Count);
        Assert.Contains(Extract.Counts.Warnings, warning => warning.ToString()
            == "line 1152, column 12 (VALUE): ESP 2020 arms_seized, condition, otherwise_illicitly_manufactured has 0 in line 1116 and 20 in line 1152; both are kept, and neither is in a total.");
    }

    [Fact]
    public void The_tracing_tables_of_the_extract_are_those_of_the_compiled_counts()
    {
        var read = UnodcTables.Of(Extract.Counts.Items).ToDictionary(table => (table.Country.Alpha3, table.Year, table.Intake), table => table.Counts);

        foreach (var table in PublicFigures.Tables)
            Assert.Equal(table.Counts, read[(table.Country, table.Year, table.Intake)]);
    }

    [Theory]
    [InlineData("byType", "type")]
    [InlineData("byLocation", "location")]
    [InlineData("byCondition", "condition")]
    [InlineData("byLegalJustification", "legal_justification")]
    [InlineData("byMarking", "marking")]
    [InlineData("bySuspectedOffence", "suspected_offence")]
    public void Every_breakdown_of_Spain_2020_comes_out_in_this_systems_codes(string breakdown, string dimension)
    {
        var expected = PublicFigures.Spain2020.GetProperty(breakdown).Deserialize<Dictionary<string, long>>()!;

        var read = Extract.Counts.Items.Where(count =>
            count.Subject is { Country.Alpha3: "ESP", Year: 2020, Indicator: "arms_seized" } && count.Subject.Dimension == dimension
            && count.Subject.Category != "total" && !count.IsContested).ToDictionary(count => count.Subject.Category, count => count.Value);

        // The one contested category is told in The_published_extract_is_read_whole.
        foreach (var (category, count) in expected.Where(category => category.Key != "otherwise_illicitly_manufactured"))
            Assert.Equal(Known.Of(count), read.GetValueOrDefault(category, Known.Of(0L)));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("", "unknown")]
    [InlineData("na", "none")]
    public void Zero_not_reported_and_not_applicable_are_three_things(string value, string read)
    {
        var reading = Read($"ESP,Spain,Europe,Southern Europe,Arms seized,by type,pistol,na,na,2020,Counts,{value},IAFQ\n");

        Assert.Empty(reading.Counts.Faults);
        Assert.Equal(read, Assert.Single(reading.Counts.Items).Value.ToString());
    }

    [Fact]
    public void The_two_rows_of_titles_are_passed_over_and_give_the_date_of_the_release()
    {
        var reading = UnodcFile.Read(new StringReader(
            "Firearms trafficking,,,,,,,,,,,,\n26/08/2024,,,,,,,,,,,,\n" + Header + "ESP,Spain,Europe,Southern Europe,Arms seized,Total,Total,na,na,2020,Counts,x,IAFQ\n"));

        Assert.Equal(new DateOnly(2024, 8, 26), reading.Release);
        Assert.Equal(4, Assert.Single(reading.Counts.Faults).Line);
    }

    [Theory]
    [InlineData("ESP,Spain,,,Arms seized,by type,blunderbuss,na,na,2020,Counts,1,IAFQ", "Category", "not in the table of labels")]
    [InlineData("ESP,Spain,,,Arms seized,by type,pistol,na,na,2020,Counts,-1,IAFQ", "VALUE", "negative")]
    [InlineData("ESP,Spain,,,Arms seized,by type,pistol,na,na,2020,Counts,1.5,IAFQ", "VALUE", "fraction")]
    [InlineData("ESP,Spain,,,Arms seized,by type,pistol,x,na,2020,Counts,1,IAFQ", "Sex", "none of")]
    [InlineData("ESP,Spain,,,Arms seized,by type,pistol,na,na,2020,Percent,1,IAFQ", "Unit of measurement", "unit")]
    [InlineData("XXX,Nowhere,,,Arms seized,by type,pistol,na,na,2020,Counts,1,IAFQ", "Iso3_code", "no country")]
    [InlineData("ESP,Spain,,,Arms seized,by type,pistol,na,na,1899,Counts,1,IAFQ", "Year", "1990 to 2100")]
    public void A_wrong_cell_is_told_and_nothing_is_taken(string row, string column, string reason)
    {
        var reading = Read("ESP,Spain,,,Arms seized,by type,revolver,na,na,2020,Counts,1,IAFQ\n" + row);

        var fault = Assert.Single(reading.Counts.Faults);
        Assert.Equal((3, column), (fault.Line, fault.Name));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Empty(reading.Counts.Items);
    }

    [Fact]
    public void A_header_without_rows_reports_nothing_and_is_told() =>
        Assert.Contains("no rows", Assert.Single(Read("").Counts.Faults).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_contradiction_is_told_at_the_column_of_the_count()
    {
        const string Row = "ESP,Spain,,,Arms seized,by type,pistol,na,na,2020,Counts,";

        var warning = Assert.Single(Read($"{Row}1,IAFQ\n{Row}2,IAFQ\n").Counts.Warnings);

        Assert.Equal((3, 12, "VALUE"), (warning.Line, warning.Column, warning.Name));
    }

    [Theory]
    [InlineData(",Source", ",Source,VALUE", 14, "VALUE")]
    [InlineData(",Year,", ",", 10, "Year")]
    public void A_column_that_stands_twice_or_is_missing_is_named_with_its_place(string from, string to, int column, string name)
    {
        var fault = Assert.Single(UnodcFile.Read(new StringReader(Header.Replace(from, to, StringComparison.Ordinal))).Counts.Faults);

        Assert.Equal((1, column, name), (fault.Line, fault.Column, fault.Name));
    }

    [Fact]
    public void Counts_that_contradict_each_other_are_in_no_table()
    {
        const string Row = "ESP,Spain,,,Arms found,by location,Uniquely identifiable - tracing procedure pending,na,na,2020,Counts,";

        var table = Assert.Single(UnodcTables.Of(Read(
            $"{Row}1,IAFQ\n{Row}2,IAFQ\nESP,Spain,,,Arms found,by location,Unknown status regarding marking,na,na,2020,Counts,3,IAFQ\n").Counts.Items));

        Assert.Equal((Intake.Found, null, 3), (table.Intake, table.Counts.Pending, table.Counts.MarkingUnknown));
    }

    [Fact]
    public void Traced_arms_that_a_file_counts_by_sex_besides_are_in_no_table_twice()
    {
        const string Row = "ESP,Spain,,,Arms found,by location,Unknown status regarding marking,";

        var table = Assert.Single(UnodcTables.Of(Read($"{Row}na,na,2020,Counts,3,IAFQ\n{Row}Female,na,2020,Counts,2,IAFQ\n").Counts.Items));

        Assert.Equal(3, table.Counts.MarkingUnknown);
    }

    private static UnodcReading Read(string rows) => UnodcFile.Read(new StringReader(Header + rows));

    private static UnodcReading ReadExtract()
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "fixtures", "iafq", "unodc-2024-08-26-extract.csv"));
        return UnodcFile.Read(file);
    }
}

using System.Text;
using FirearmsRegistry.Indicators.Importing;

namespace FirearmsRegistry.Indicators.Tests.Importing;

public sealed class CountsFileTests
{
    private const string Header = "iso3,m49,year,intake,t1,t1.1,t1.2,t1.3,t1.4,t1.5,t1.6,t1.7,t2,t2.alt,t2.ill,t2.nfi,t3";
    private const string Spain = "ESP,724,2020,seized,6589,4817,693,127,0,103,849,0,1193,1083,110,0,0";

    [Fact]
    public void The_public_counts_are_read_as_they_stand()
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "fixtures", "iafq", "tracing-counts.csv"));

        var reading = CountsFile.Read(file);

        Assert.Empty(reading.Faults);
        Assert.Equal(
            PublicFigures.Tables.Select(table => (table.Country, table.Year, table.Intake, table.Counts)),
            reading.Items.Select(table => (table.Country.Alpha3, table.Year, table.Intake, table.Counts)));
        Assert.Equal(
            [
                "line 2, column 5 (t1): 8155 is reported, t1.1 to t1.7 add up to 9745; both are kept.",
                "line 3, column 5 (t1): 9118 is reported, t1.1 to t1.7 add up to 9188; both are kept.",
                "line 28, column 13 (t2): 217 is reported, t2.alt to t2.nfi add up to 207; both are kept.",
                "line 34, column 13 (t2): 5 is reported, t2.alt to t2.nfi add up to 3; both are kept.",
            ],
            reading.Warnings.Select(warning => warning.ToString()));
    }

    [Theory]
    [InlineData("ESP,724,2020,seized,-1,,,,,,,,,,,,", 5, "t1", "negative")]
    [InlineData("ESP,724,2020,seized,,,,1.5,,,,,,,,,", 8, "t1.3", "fraction")]
    [InlineData("ESP,724,2020,seized,,,,12.0,,,,,,,,,", 8, "t1.3", "whole number")]
    [InlineData("ESP,724,2020,seized,,,,1e3,,,,,,,,,", 8, "t1.3", "whole number")]
    [InlineData("ESP,724,2020,seized,,,,n/a,,,,,,,,,", 8, "t1.3", "no number")]
    [InlineData("ESP,724,2020,seized,,,,,,,,,,,,,99999999999999999999", 17, "t3", "too large")]
    [InlineData("ESP,724,2020,seized,,,,,,,,,,,,,1000000000", 17, "t3", "too large")]
    [InlineData("QQQ,724,2020,seized,,,,,,,,,,,,,", 1, "iso3", "no country")]
    [InlineData("XKX,724,2020,seized,,,,,,,,,,,,,", 1, "iso3", "no country")]
    [InlineData("es,724,2020,seized,,,,,,,,,,,,,", 1, "iso3", "probably ESP")]
    [InlineData(",724,2020,seized,,,,,,,,,,,,,", 1, "iso3", "no country")]
    [InlineData("ESP,725,2020,seized,,,,,,,,,,,,,", 2, "m49", "which is 724")]
    [InlineData("ESP,724,1989,seized,,,,,,,,,,,,,", 3, "year", "1990 to 2100")]
    [InlineData("ESP,724,2101,seized,,,,,,,,,,,,,", 3, "year", "1990 to 2100")]
    [InlineData("ESP,724,2020.0,seized,,,,,,,,,,,,,", 3, "year", "1990 to 2100")]
    [InlineData("ESP,724,2020,confiscated,,,,,,,,,,,,,", 4, "intake", "seized, found, surrendered")]
    [InlineData("ESP,724,2020,seized,1,2,3", 8, null, "7 fields, the header 17")]
    [InlineData("ESP;724;2020;seized;1;;;;;;;;;;;;", 2, null, "semicolons, while the header is separated by commas")]
    [InlineData("ESP,724,2020,\"seized,,,,,,,,,,,,,", 4, null, "must end on its own line")]
    [InlineData("ESP,724,2020,\"seized\"x,,,,,,,,,,,,,", 4, null, "closing quote")]
    public void A_wrong_cell_is_told_with_its_place_and_nothing_is_taken(string row, int column, string? name, string reason)
    {
        var reading = CountsFile.Read(new StringReader($"{Header}\n{Spain.Replace("2020", "2019", StringComparison.Ordinal)}\n{row}\n"));

        var fault = Assert.Single(reading.Faults);
        Assert.Equal((3, column, name), (fault.Line, fault.Column, fault.Name));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Empty(reading.Items);
    }

    [Fact]
    public void Every_fault_of_a_file_is_told_at_once()
    {
        var reading = CountsFile.Read(new StringReader($"{Header}\nQQQ,1,1,x,-1,,,,,,,,,,,,\n{Spain}\nESP,724,2021,seized,-1,-2,,,,,,,,,,,\n"));

        Assert.Equal([(2, 1), (2, 3), (2, 4), (2, 5), (4, 5), (4, 6)], reading.Faults.Select(fault => ((int)fault.Line, fault.Column)));
    }

    [Fact]
    public void A_table_that_stands_twice_is_refused_with_both_places()
    {
        var reading = CountsFile.Read(new StringReader($"{Header}\n{Spain}\n\n{Spain}\n"));

        Assert.Equal("line 4, column 4 (intake): ESP 2020 seized stands twice, first in line 2.", Assert.Single(reading.Faults).ToString());
    }

    [Fact]
    public void A_totals_row_that_agrees_is_left_out()
    {
        var reading = CountsFile.Read(new StringReader(
            $"{Header}\nESP,724,2021,found,1346,1346,,,,,,,361,49,312,,\nESP,724,2021,surrendered,37481,37481,,,,,,,855,,855,,\nESP,724,2021,all,38827,,,,,,,,1216,,1167,,\n"));

        Assert.Empty(reading.Faults);
        Assert.Equal(2, reading.Items.Count);
    }

    [Fact]
    public void A_totals_row_that_disagrees_is_refused_with_both_numbers()
    {
        var reading = CountsFile.Read(new StringReader(
            $"{Header}\nESP,724,2021,all,38828,,,,,,,,,,,,7\nESP,724,2021,found,1346,1346,,,,,,,361,49,312,,\nESP,724,2021,surrendered,37481,37481,,,,,,,855,,855,,\n"));

        Assert.Equal(
            [
                "line 2, column 5 (t1): The totals row says 38828; the rows of ESP 2021 add up to 38827.",
                "line 2, column 17 (t3): The totals row says 7; the rows of ESP 2021 add up to nothing, since none of them reports the line.",
            ],
            reading.Faults.Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("iso3,m49,year")]
    [InlineData("iso3;m49,year")]
    [InlineData(Header + ",t1")]
    [InlineData(Header + ",notes")]
    public void A_header_that_is_none_is_told(string text)
    {
        var reading = CountsFile.Read(new StringReader(text));

        Assert.NotEmpty(reading.Faults);
        Assert.All(reading.Faults, fault => Assert.Equal(1, fault.Line));
    }

    [Theory]
    [InlineData(Header + ",t1", 18, "t1", "stands twice, first as column 5")]
    [InlineData("m49,year,intake,t1,t1.1,t1.2,t1.3,t1.4,t1.5,t1.6,t1.7,t2,t2.alt,t2.ill,t2.nfi,t3", 1, "iso3", "iso3 is missing")]
    [InlineData("iso3,m49,year,intake,t1,t1.1,t1.2,t1.3,t1.5,t1.6,t1.7,t2,t2.alt,t2.ill,t2.nfi,t3", 9, "t1.4", "t1.4 is missing")]
    [InlineData("t3,iso3,m49,year,intake,t1,t1.1,t1.2,t1.3,t1.4,t1.5,t1.6,t1.7,t2,t2.alt,t2.ill", 17, "t2.nfi", "t2.nfi is missing")]
    public void A_column_that_is_missing_or_stands_twice_is_named_with_its_place(string header, int column, string name, string reason)
    {
        var fault = Assert.Single(CountsFile.Read(new StringReader($"{header}\n{Spain}\n")).Faults);

        Assert.Equal((1, column, name), (fault.Line, fault.Column, fault.Name));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Header)]
    [InlineData(Header + "\r\n\r\n,,,\r\n")]
    public void A_header_without_rows_reports_nothing_and_is_told(string text)
    {
        var reading = CountsFile.Read(new StringReader(text));

        Assert.Contains("no rows", Assert.Single(reading.Faults).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Another_separator_is_taken_where_the_whole_file_has_it(char separator)
    {
        var reading = CountsFile.Read(new StringReader($"{Header}\r\n{Spain}\r\n".Replace(',', separator)));

        Assert.Empty(reading.Faults);
        Assert.Equal(PublicFigures.Seized("ESP", 2020), Assert.Single(reading.Items).Counts);
    }

    [Fact]
    public void Columns_are_told_by_their_names_and_numbers_may_have_leading_zeros()
    {
        var reading = CountsFile.Read(new StringReader(
            "t3,year,iso3,m49,intake,t1,t1.1,t1.2,t1.3,t1.4,t1.5,t1.6,t1.7,t2,t2.alt,t2.ill,t2.nfi\n9,2020,AUS,036,\"seized\",,,,,,,,,,,,\n"));

        Assert.Empty(reading.Faults);
        Assert.Equal(9, Assert.Single(reading.Items).Counts.MarkingUnknown);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var reading = Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Header}\n{Spain}\n")]);

        Assert.Empty(reading.Faults);
        Assert.Single(reading.Items);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_told_with_its_place()
    {
        var reading = Read(Encoding.Latin1.GetBytes($"{Header}\n{Spain}\nESP,724,2021,Incautación,,,,,,,,,,,,,\n"));

        Assert.Equal(
            "line 3, column 4: Bytes here are not UTF-8; the file is probably Windows-1252. Save it as \"CSV UTF-8\".",
            Assert.Single(reading.Faults).ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_in_UTF_16_without_its_mark_is_called_so(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: false);

        var fault = Assert.Single(Read(encoding.GetBytes($"{Header}\n{Spain.Replace("seized", "confisqué", StringComparison.Ordinal)}\n")).Faults);

        Assert.Equal(1, fault.Line);
        Assert.Contains("UTF-16", fault.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("1252", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_UTF_16_with_its_mark_is_read() =>
        Assert.Single(Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"{Header}\n{Spain}\n")]).Items);

    [Fact]
    public void A_line_without_end_is_bounded()
    {
        var reading = CountsFile.Read(new StringReader($"{Header}\n{new string('1', 100_000)}\n{Spain}"));

        Assert.Equal("line 2, column 1: The line is longer than 32768 characters.", Assert.Single(reading.Faults).ToString());
    }

    [Fact]
    public void Of_a_file_in_which_every_line_is_wrong_the_first_faults_are_told_and_all_are_counted()
    {
        var reading = CountsFile.Read(new StringReader($"{Header}\n" + string.Concat(Enumerable.Repeat("ESP,724,2020,seized,x,,,,,,,,,,,,\n", 1000))));

        Assert.Equal((InputReading<ReportedTable>.MostFaults, 1000), (reading.Faults.Count, reading.FaultsInAll));
    }

    private static InputReading<ReportedTable> Read(byte[] bytes)
    {
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return CountsFile.Read(text);
    }
}

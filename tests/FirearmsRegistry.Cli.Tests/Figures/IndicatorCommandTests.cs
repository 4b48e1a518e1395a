using System.Text;
using System.Text.Json.Nodes;

namespace FirearmsRegistry.Cli.Tests.Figures;

public sealed class IndicatorCommandTests : IDisposable
{
    private const string Header = "iso3,m49,year,intake,t1,t1.1,t1.2,t1.3,t1.4,t1.5,t1.6,t1.7,t2,t2.alt,t2.ill,t2.nfi,t3\n";

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("mean", "ESP,724,2018,2018-2019,seized,potentially_traceable,mean,2120,3974,53.71,ok")]
    [InlineData("mean", "FRA,250,2019,2019,seized,potentially_traceable,mean,1,101,0.99,single_year")]
    [InlineData("pooled", "ESP,724,2019,2018-2019,seized,potentially_traceable,pooled,2120,3974,53.35,ok")]
    [InlineData("pooled", "MDA,498,2016,2016,seized,potentially_traceable,pooled,4,29,13.79,single_year;low_denominator")]
    [InlineData("none", "ESP,724,2020,2020,seized,potentially_traceable,none,820,1772,46.28,ok")]
    public async Task The_public_counts_give_the_published_values(string twoYear, string line)
    {
        var outcome = await RegistryProgram.RunAsync(
            "indicator", "--counts", TemporaryFiles.Fixture("tracing-counts.csv"), "--intake", "seized", "--two-year", twoYear);

        Assert.Equal(0, outcome.Exit);
        Assert.Equal("iso3,m49,year,years,intake,variant,two_year,numerator,denominator,value,status", outcome.Output[0]);
        Assert.Contains(line, outcome.Output);
        Assert.Equal(25, outcome.Output.Count);
    }

    [Fact]
    public async Task Defaults_are_the_published_formula_seized_arms_one_year_and_separated_text()
    {
        var short_ = await RegistryProgram.RunAsync("indicator", "--counts", TemporaryFiles.Fixture("tracing-counts.csv"));
        var long_ = await RegistryProgram.RunAsync("indicator", "--counts", TemporaryFiles.Fixture("tracing-counts.csv"),
            "--variant", "potentially_traceable", "--intake", "seized", "--two-year", "none", "--format", "csv");

        Assert.Equal(long_.Output, short_.Output);
    }

    [Fact]
    public async Task In_JSON_null_is_null_and_a_value_has_two_decimals()
    {
        var outcome = await RegistryProgram.RunAsync("indicator", "--format", "json", "--counts",
            _files.Write("counts.csv", Header + "ESP,724,2020,seized,1,,1,,,1,,,,,,,\nESP,724,2021,seized,,,,,,,,,,,,,\n"));

        Assert.Equal(0, outcome.Exit);
        var text = string.Join('\n', outcome.Output);
        Assert.Contains("\"value\": 50.00", text, StringComparison.Ordinal);
        var rows = JsonNode.Parse(text)!.AsArray();
        Assert.Equal(("ESP", 724, "2020", "ok;low_denominator"),
            ((string?)rows[0]!["iso3"], (int?)rows[0]!["m49"], (string?)rows[0]!["years"], (string?)rows[0]!["status"]));
        Assert.Null(rows[1]!["value"]);
        Assert.True(rows[1]!.AsObject().ContainsKey("numerator"));
    }

    [Fact]
    public async Task A_total_that_is_not_the_sum_of_its_detail_is_told_and_the_figure_computed()
    {
        var outcome = await RegistryProgram.RunAsync("indicator", "--counts", TemporaryFiles.Fixture("tracing-counts.csv"));

        Assert.Contains(outcome.Errors, line => line.EndsWith(
            "tracing-counts.csv: warning: line 2, column 5 (t1): 8155 is reported, t1.1 to t1.7 add up to 9745; both are kept.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unreadable_input_exits_with_2_and_names_file_line_column_and_reason()
    {
        var path = _files.Write("counts.csv", Header + "ESP,724,2020,seized,1,,1,,,1,,,,,,,\nESP,724,2021,seized,-5,,,,,,,,,,,,\n");

        var outcome = await RegistryProgram.RunAsync("indicator", "--counts", path);

        Assert.Equal(2, outcome.Exit);
        Assert.Empty(outcome.Output);
        Assert.Equal(
            $"{path}: line 3, column 5 (t1): \"-5\" is negative; a count is a whole number without signs and separators, or empty where it was not reported.",
            Assert.Single(outcome.Errors));
    }

    [Fact]
    public async Task A_header_without_rows_exits_with_2_and_says_that_nothing_is_reported()
    {
        var outcome = await RegistryProgram.RunAsync("indicator", "--counts", _files.Write("counts.csv", Header));

        Assert.Equal(2, outcome.Exit);
        Assert.Empty(outcome.Output);
        Assert.EndsWith("counts.csv: line 1, column 1: The file has a header and no rows: it reports nothing, not even zero.", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_exits_with_2()
    {
        var outcome = await RegistryProgram.RunAsync("indicator", "--counts", _files.PathOf("none.csv"));

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("none.csv: cannot be read", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UTF_16_with_its_mark_is_read_and_Windows_1252_refused()
    {
        var sixteen = await RegistryProgram.RunAsync("indicator", "--counts",
            _files.Write("utf16.csv", Header.Replace(',', '\t') + "ESP,724,2020,seized,1,,1,,,1,,,,,,,\n".Replace(',', '\t'), Encoding.Unicode));
        var latin = await RegistryProgram.RunAsync("indicator", "--counts",
            _files.Write("latin.csv", Header + "España,724,2020,seized,1,,1,,,1,,,,,,,\n", Encoding.Latin1));

        Assert.Equal((0, 2), (sixteen.Exit, sixteen.Output.Count));
        Assert.Equal(2, latin.Exit);
        Assert.Contains("line 2, column 1: Bytes here are not UTF-8", Assert.Single(latin.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_that_UNODC_publishes_gives_the_same_figures()
    {
        var compiled = await RegistryProgram.RunAsync("indicator", "--counts", TemporaryFiles.Fixture("tracing-counts.csv"), "--intake", "all");
        var published = await RegistryProgram.RunAsync("indicator", "--counts", TemporaryFiles.Fixture("unodc-2024-08-26-extract.csv"), "--intake", "all");

        Assert.Equal(0, published.Exit);
        Assert.Empty(compiled.Output.Where(line => line.StartsWith("ESP,724,20", StringComparison.Ordinal)).Except(published.Output));
        Assert.Contains(published.Errors, line => line.Contains("both are kept, and neither is in a total", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_million_rows_are_answered_with_the_first_faults_and_their_number()
    {
        using (var file = File.CreateText(_files.PathOf("counts.csv")))
        {
            file.Write(Header);
            for (var row = 0; row < 2_000_000; row++)
                file.Write("ESP,724,2020,seized,6589,4817,693,127,0,103,849,0,1193,1083,110,0,0\n");
        }

        var outcome = await RegistryProgram.RunAsync("indicator", "--counts", _files.PathOf("counts.csv"));

        Assert.Equal((2, 51), (outcome.Exit, outcome.Errors.Count));
        Assert.EndsWith("line 3, column 4 (intake): ESP 2020 seized stands twice, first in line 2.", outcome.Errors[0], StringComparison.Ordinal);
        Assert.EndsWith("and 1999949 more.", outcome.Errors[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--variant", "literal")]
    [InlineData("--two-year", "Mean")]
    [InlineData("--intake", "4")]
    public async Task A_code_that_is_none_exits_with_1_and_the_codes_there_are(string option, string value)
    {
        var outcome = await RegistryProgram.RunAsync("indicator", "--counts", TemporaryFiles.Fixture("tracing-counts.csv"), option, value);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(outcome.Errors, line => line.Contains("must be one of", StringComparison.Ordinal));
    }
}

namespace FirearmsRegistry.Cli.Tests.Sdmx;

public sealed class SdmxCommandTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("csv2", "SDMX-CSV 2.0")]
    [InlineData("csv1", "SDMX-CSV 1.0")]
    [InlineData("ml21", "SDMX-ML 2.1")]
    [InlineData("json20", "SDMX-JSON 2.0")]
    public async Task Figures_are_written_as_a_message_that_passes_the_check(string format, string name)
    {
        var (figures, message) = (await FiguresAsync(), _files.PathOf("message"));

        var written = await RegistryProgram.RunAsync("sdmx", "write", "--figures", figures, "--structure-version", "1.22", "--format", format,
            "--counts", TemporaryFiles.Fixture("tracing-counts.csv"), "--sender", "ES_NSO", "--output", message);
        var check = await RegistryProgram.RunAsync("sdmx", "check", message);

        Assert.Equal((0, 0), (written.Exit, check.Exit));
        Assert.Equal($"{message}: {name}, checked as IAEG-SDGs:DF_SDG_GLC(1.22): 24 observations, 0 findings.", Assert.Single(check.Output));
    }

    [Fact]
    public async Task Figures_of_which_traces_are_pending_are_provisional_where_the_counts_are_given()
    {
        var written = await RegistryProgram.RunAsync("sdmx", "write", "--figures", await FiguresAsync(), "--structure-version", "1.22",
            "--counts", TemporaryFiles.Fixture("tracing-counts.csv"));

        Assert.Contains(written.Output, line => line.Contains(",724,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2020,46.28,P,0,PT,C,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_message_exits_with_2_and_says_what_is_wrong()
    {
        var written = await RegistryProgram.RunAsync("sdmx", "write", "--figures", await FiguresAsync(), "--structure-version", "1.22");
        var message = _files.Write("broken.csv", string.Join('\n', written.Output).Replace(",PT,", ",PERCENT,", StringComparison.Ordinal));

        var check = await RegistryProgram.RunAsync("sdmx", "check", message);

        Assert.Equal((2, 25), (check.Exit, check.Output.Count));
        Assert.Equal($"{message}: line 2, column 23, UNIT_MEASURE: \"PERCENT\" is no code of IAEG-SDGs:CL_UNIT_MEASURE(1.3). [code_unknown]", check.Output[0]);
    }

    [Fact]
    public async Task Without_the_counts_a_warning_says_that_nothing_is_provisional_and_counts_that_do_not_give_the_figures_are_refused()
    {
        var figures = await FiguresAsync();
        var others = _files.Write("counts.csv", (await File.ReadAllTextAsync(TemporaryFiles.Fixture("tracing-counts.csv"), TestContext.Current.CancellationToken))
            .Replace("6589,4817,693,", "6589,4817,692,", StringComparison.Ordinal));

        var without = await RegistryProgram.RunAsync("sdmx", "write", "--figures", figures);
        var wrong = await RegistryProgram.RunAsync("sdmx", "write", "--figures", figures, "--counts", others);

        Assert.Equal((0, 2), (without.Exit, wrong.Exit));
        Assert.Contains("warning: without --counts", Assert.Single(without.Errors), StringComparison.Ordinal);
        Assert.Contains(wrong.Errors, line => line.Contains("ESP 2020 seized: the counts give ESP,724,2020,2020,seized,potentially_traceable,none,819,1771,46.25,ok", StringComparison.Ordinal));
        Assert.Empty(wrong.Output);
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_told_with_those_that_are()
    {
        var written = await RegistryProgram.RunAsync("sdmx", "write", "--figures", await FiguresAsync(), "--structure-version", "9.9");

        Assert.Equal(2, written.Exit);
        Assert.Equal("There is no data structure of version 9.9; there are: 1.22.", Assert.Single(written.Errors));
    }

    private async Task<string> FiguresAsync()
    {
        var outcome = await RegistryProgram.RunAsync("indicator", "--counts", TemporaryFiles.Fixture("tracing-counts.csv"));
        return _files.Write("figures.csv", string.Join('\n', outcome.Output));
    }
}

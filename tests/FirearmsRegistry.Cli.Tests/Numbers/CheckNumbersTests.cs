namespace FirearmsRegistry.Cli.Tests.Numbers;

public sealed class CheckNumbersTests
{
    [Fact]
    public async Task A_right_number_is_taken_apart()
    {
        var outcome = await RegistryProgram.RunAsync("number", "check", "gh 26 a0000001 tg");

        Assert.Equal(0, outcome.Exit);
        Assert.Equal(
            """{"input":"gh 26 a0000001 tg","canonical":"GH26A0000001TG","printed":"GH 26 A0000001 TG","country":"GHA","year":2026,"class":"A","running":1}""",
            Assert.Single(outcome.Output));
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public async Task Characters_that_wear_to_look_alike_are_put_right()
    {
        var outcome = await RegistryProgram.RunAsync("number", "check", "GH26AOOOQOOITG");

        Assert.Equal(0, outcome.Exit);
        Assert.Equal("GH26A0000001TG", outcome.Json[0]["canonical"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_wrong_number_among_right_ones_is_explained_and_makes_the_exit_code_2()
    {
        var outcome = await RegistryProgram.RunAsync("number", "check", "GH26A0000001TG", "GH26A0000001TH", "GH26A0000002SR");

        Assert.Equal(2, outcome.Exit);
        Assert.Equal(3, outcome.Output.Count);
        Assert.Null(outcome.Json[0]["fault"]);
        Assert.Contains("check characters", outcome.Json[1]["fault"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("ISO/IEC 7064 MOD 1271-36", outcome.Json[1]["source"]!.GetValue<string>());
        Assert.Null(outcome.Json[1]["canonical"]);
        Assert.Equal(2, outcome.Json[2]["running"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("@passwords.txt")]
    [InlineData("ЖЖ26A0000001TG")]
    [InlineData("XX26A0000001TG")]
    [InlineData("GH26A0000000TG")]
    public async Task What_is_no_number_is_a_fault_and_never_a_crash(string text)
    {
        var outcome = await RegistryProgram.RunAsync("number", "check", text);

        Assert.Equal(2, outcome.Exit);
        Assert.Equal(text, outcome.Json.Single()["input"]!.GetValue<string>());
        Assert.NotEmpty(outcome.Json.Single()["fault"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("number", "check")]
    [InlineData("number", "frobnicate")]
    [InlineData("number")]
    public async Task A_command_line_that_cannot_be_read_exits_with_1(params string[] arguments) =>
        Assert.Equal(1, (await RegistryProgram.RunAsync(arguments)).Exit);

    [Theory]
    [InlineData("check", "Exits with 2 when any is wrong")]
    [InlineData("next", "It issues none")]
    public async Task Help_says_what_the_command_does_and_how_it_exits(string command, string says)
    {
        var outcome = await RegistryProgram.RunAsync("number", command, "--help");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains(says, string.Join(' ', outcome.Output.Select(line => line.Trim())), StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Cli.Tests.Numbers;

public sealed partial class NextNumbersTests
{
    [Fact]
    public async Task The_next_number_is_the_one_that_follows()
    {
        var outcome = await RegistryProgram.RunAsync("number", "next", "--after", "GH 26 A0000001 TG");

        Assert.Equal(0, outcome.Exit);
        Assert.Equal("GH26A0000002SR", Assert.Single(outcome.Json)["canonical"]!.GetValue<string>());
        Assert.Null(outcome.Json[0]["input"]);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public async Task Every_running_number_is_either_given_or_named_as_skipped_with_its_check_characters()
    {
        var outcome = await RegistryProgram.RunAsync("number", "next", "--after", "GH26A0000001TG", "--count", "200");

        Assert.Equal(0, outcome.Exit);
        Assert.Equal(200, outcome.Output.Count);
        var given = outcome.Json.Select(line => line["running"]!.GetValue<int>()).ToList();
        var skipped = outcome.Errors.Select(line => Skipped().Match(line)).ToList();
        Assert.All(skipped, match => Assert.Matches("[IOQ]", match.Groups["check"].Value));
        Assert.Equal(
            Enumerable.Range(2, given[^1] - 1),
            given.Concat(skipped.Select(match => int.Parse(match.Groups["running"].Value, CultureInfo.InvariantCulture))).Order());
    }

    [Fact]
    public async Task A_series_that_ends_gives_what_is_left_and_exits_with_2()
    {
        var nearTheEnd = NumberSequence.NextAfter(SeriesCode.Parse("GH26A").GetOrThrow(), NationalNumber.MaxRunning - 20).Number!.Value;

        var outcome = await RegistryProgram.RunAsync("number", "next", "--after", nearTheEnd.ToString(), "--count", "50");

        Assert.Equal(2, outcome.Exit);
        Assert.InRange(outcome.Output.Count, 1, 19);
        Assert.Equal("The series GH26A ends here.", outcome.Errors[^1]);
    }

    [Fact]
    public async Task A_wrong_number_has_no_next_one()
    {
        var outcome = await RegistryProgram.RunAsync("number", "next", "--after", "GH26A0000001TH");

        Assert.Equal(2, outcome.Exit);
        Assert.Empty(outcome.Output);
        Assert.Contains("check characters", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10001")]
    [InlineData("99999999999")]
    [InlineData("many")]
    public async Task A_count_out_of_range_is_refused_before_anything_is_computed(string count)
    {
        var outcome = await RegistryProgram.RunAsync("number", "next", "--after", "GH26A0000001TG", "--count", count);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(outcome.Errors, line => line.Contains("--count", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Output, line => line.StartsWith('{'));
    }

    [GeneratedRegex("^skipped GH26A(?<running>[0-9]{7}): check characters (?<check>..)$")]
    private static partial Regex Skipped();
}

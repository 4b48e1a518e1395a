using System.Text.Json;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Indicators.Tests.Outcomes;

public sealed class OutcomeLineTests
{
    [Fact]
    public void The_codes_are_those_of_the_questionnaire() =>
        Assert.Equal(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.a", "2.b", "2.c", "3"], OutcomeLines.All.Select(line => line.Code()));

    [Fact]
    public void Every_line_survives_its_code_and_its_json()
    {
        foreach (var line in OutcomeLines.All)
        {
            Assert.Equal(line, OutcomeLines.Parse(line.Code()));
            Assert.Equal($"\"{line.Code()}\"", JsonSerializer.Serialize(line));
            Assert.Equal(line, JsonSerializer.Deserialize<OutcomeLine>($"\"{line.Code()}\""));
        }
    }

    [Fact]
    public void A_line_as_a_member_name_is_its_code()
    {
        var counts = new Dictionary<OutcomeLine, long> { [OutcomeLine.ErasedOrAltered] = 3 };

        var json = JsonSerializer.Serialize(counts);

        Assert.Equal("""{"2.a":3}""", json);
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<OutcomeLine, long>>(json));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.1")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"1\"")]
    [InlineData("\"2\"")]
    [InlineData("\"2.A\"")]
    [InlineData("\" 1.1\"")]
    [InlineData("\"1.8\"")]
    [InlineData("\"LegitimateOwner\"")]
    [InlineData("{}")]
    public void Anything_but_a_code_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OutcomeLine>(json));

    [Fact]
    public void A_text_that_is_no_line_is_refused() => Assert.Throws<FormatException>(() => OutcomeLines.Parse("2.d"));

    [Fact]
    public void A_value_that_is_no_line_has_no_code() => Assert.Throws<ArgumentOutOfRangeException>(() => ((OutcomeLine)99).Code());

    [Fact]
    public void Every_line_stands_in_exactly_one_group() =>
        Assert.Equal("11111112223", string.Concat(OutcomeLines.All.Select(Group)));

    private static char Group(OutcomeLine line) =>
        (line.IsUniquelyIdentifiable(), line.IsNotUniquelyIdentifiable()) switch
        {
            (true, false) => '1',
            (false, true) => '2',
            (false, false) => '3',
            _ => '?',
        };
}

using System.Text.Json;

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Tests.Parsing;

public sealed class ParsedTests
{
    [Fact]
    public void A_result_is_a_value_or_a_fault()
    {
        Parsed<int> value = 3;
        Parsed<int> fault = new Fault("No.");
        Assert.True(value.TryGet(out var three, out var none));
        Assert.Equal(3, three);
        Assert.Null(none);
        Assert.Equal("No.", fault.Match(_ => "", found => found.Rule));
        Assert.Equal("No.", Assert.Throws<FormatException>(() => fault.GetOrThrow()).Message);
    }

    [Fact]
    public void A_result_that_nothing_was_parsed_for_is_a_fault()
    {
        Assert.False(default(Parsed<int>).TryGet(out _, out var fault));
        Assert.NotNull(fault);
    }

    [Fact]
    public void Words_are_strings_on_the_wire()
    {
        var word = CountryCode.Parse("GHA").GetOrThrow();
        Assert.Equal("\"GHA\"", JsonSerializer.Serialize(word));
        Assert.Equal(word, JsonSerializer.Deserialize<CountryCode>("\"GHA\""));
        Assert.Null(JsonSerializer.Deserialize<CountryCode?>("null"));
        Assert.Equal("""{"GHA":1}""", JsonSerializer.Serialize(new Dictionary<CountryCode, int> { [word] = 1 }));
        Assert.Equal(word, JsonSerializer.Deserialize<Dictionary<CountryCode, int>>("""{"GHA":1}""")!.Single().Key);
    }

    [Fact]
    public void A_bad_word_is_a_json_error_with_rule_suggestion_and_place()
    {
        var error = Assert.Throws<FaultJsonException>(() => JsonSerializer.Deserialize<CountryCode[]>("""["GHA","gh"]"""));
        Assert.Equal(("$[1]", "gh", "GHA"), (error.Path, error.Seen, error.Fault.Suggestion));
        Assert.Equal(error.Fault.Rule, error.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"A\\u0000\"")]
    public void Other_json_is_an_error_and_never_another_exception(string json)
    {
        Assert.Throws<FaultJsonException>(() => JsonSerializer.Deserialize<MarkText>(json));
        Assert.Throws<FaultJsonException>(() => JsonSerializer.Deserialize<NationalNumber>(json));
    }

    [Fact]
    public void A_word_that_was_never_parsed_cannot_be_written() =>
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(CountryCode)));
}

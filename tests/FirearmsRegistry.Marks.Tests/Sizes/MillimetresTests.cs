using System.Text.Json;

using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Marks.Tests.Sizes;

public sealed class MillimetresTests
{
    [Theory]
    [InlineData("0.0762")]
    [InlineData("1.6")]
    [InlineData("1000")]
    [InlineData("0.0001")]
    public void A_length_is_a_json_number(string text)
    {
        var length = Millimetres.Parse(text).GetOrThrow();
        Assert.Equal(text, JsonSerializer.Serialize(length));
        Assert.Equal(length, JsonSerializer.Deserialize<Millimetres>(text));
        Assert.Equal(text, length.ToString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000.0001")]
    [InlineData("0.00001")]
    [InlineData("1e99")]
    [InlineData("\"1.6\"")]
    [InlineData("null")]
    public void Other_lengths_are_json_errors(string json) =>
        Assert.Throws<FaultJsonException>(() => JsonSerializer.Deserialize<Millimetres>(json));

    [Theory]
    [InlineData("1,6")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_texts_are_no_lengths(string? text) => Assert.False(Millimetres.Parse(text).IsOk);

    [Fact]
    public void Trailing_zeros_make_no_other_length()
    {
        Assert.Equal("1.6", Millimetres.Of(1.6000m).GetOrThrow().ToString());
        Assert.Equal(Millimetres.Of(2.0m).GetOrThrow(), Millimetres.Of(2m).GetOrThrow());
    }

    [Fact]
    public void A_length_that_was_never_given_cannot_be_used() => Assert.Throws<InvalidOperationException>(() => default(Millimetres).Value);
}

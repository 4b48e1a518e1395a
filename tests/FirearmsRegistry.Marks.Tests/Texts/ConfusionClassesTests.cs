using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Tests.Texts;

public sealed class ConfusionClassesTests
{
    [Fact]
    public void The_key_makes_each_group_one() =>
        Assert.Equal("000011112255886UUMMMA".Replace("6", "66", StringComparison.Ordinal), ConfusionClasses.KeyOf(SearchKey.Of("0OQD1IL72Z5S8B6GUVMNWA")));

    [Theory]
    [InlineData("369J257", "369257")]
    [InlineData("369M257", "369257")]
    [InlineData("369257", "369257")]
    [InlineData("A369M257B", "A369257B")]
    [InlineData("ABC", "ABC")]
    public void Letters_between_digits_are_left_out_and_those_at_the_ends_count(string text, string key) =>
        Assert.Equal(key, ConfusionClasses.EmbeddedKeyOf(SearchKey.Of(text)));
}

using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Tests.Texts;

public sealed class MarkTextTests
{
    [Theory]
    [InlineData(" AB 12 ")]
    [InlineData("e\u0301")]
    [InlineData("\u00E9")]
    [InlineData("\u0645\u0635\u0646\u0639 \u0661\u0662")]
    [InlineData("\u202E123\u202C")]
    [InlineData("\u2605 7\u0416\U0001F52B")]
    public void A_text_is_kept_character_by_character(string text) => Assert.Equal(text, MarkText.Parse(text).GetOrThrow().ToString());

    [Fact]
    public void Composed_and_decomposed_letters_stay_two_texts() =>
        Assert.NotEqual(MarkText.Parse("\u00E9").GetOrThrow(), MarkText.Parse("e\u0301").GetOrThrow());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\u2003")]
    [InlineData("\u200B\u200F")]
    [InlineData("A\0B")]
    [InlineData("A\nB")]
    [InlineData("A\u0085B")]
    [InlineData("A\u009FB")]
    public void Control_characters_and_invisible_texts_are_refused(string? text) => Assert.False(MarkText.Parse(text).IsOk);

    // Halves of surrogate pairs are built at run time: attributes carry UTF-8, which has none.
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Halves_of_surrogate_pairs_are_refused(int half)
    {
        Assert.False(MarkText.Parse("A" + (char)half).IsOk);
        Assert.False(MarkText.Parse((char)half + "A").IsOk);
    }

    [Fact]
    public void A_hundred_characters_are_taken_and_one_more_is_refused()
    {
        Assert.True(MarkText.Parse(new string('A', 100)).IsOk);
        Assert.False(MarkText.Parse(new string('A', 101)).IsOk);
    }

    [Fact]
    public void A_text_that_was_never_parsed_cannot_be_used() => Assert.Throws<InvalidOperationException>(() => default(MarkText).ToString());
}

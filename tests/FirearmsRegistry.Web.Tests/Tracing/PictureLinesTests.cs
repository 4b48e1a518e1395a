using FirearmsRegistry.Web.Tracing.Chaining;

namespace FirearmsRegistry.Web.Tests.Tracing;

public sealed class PictureLinesTests
{
    [Theory]
    [InlineData("Giver not recorded; passed on", 12, "Giver not|recorded;|passed on")]
    [InlineData("short", 12, "short")]
    [InlineData("", 12, "")]
    [InlineData("Untrennbarkeitswort x", 8, "Untrennbarkeitswort|x")]
    [InlineData("持有人不详", 6, "持有人|不详")]
    public void Lines_break_between_words_and_between_ideographs(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', PictureLines.Of(text, width)));
}

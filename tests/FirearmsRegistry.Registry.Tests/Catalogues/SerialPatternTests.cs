using FirearmsRegistry.Registry.Catalogues;

namespace FirearmsRegistry.Registry.Tests.Catalogues;

public sealed class SerialPatternTests
{
    [Theory]
    [InlineData("A9{5}", "K12345", true)]
    [InlineData("A9{5}", "K1234", false)]
    [InlineData("A{2-4}9{3}", "ABCDE123", false)]
    [InlineData("'KM'9{4}", "km 1234", true)]
    [InlineData("'KM'9{4}", "KN1234", false)]
    [InlineData("9{2-3}-9{5}", "123-45678", true)]
    [InlineData("*{4}", "1A2B", true)]
    [InlineData("A9{3}", "Ж123", false)]
    [InlineData("A9{3}", "ق١٢٣", true)]
    public void A_pattern_fits_serials_of_its_form(string pattern, string serial, bool fits) =>
        Assert.Equal(fits, SerialPattern.Parse(pattern).GetOrThrow().Fits(serial));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("B9")]
    [InlineData("A{0}")]
    [InlineData("A{41}")]
    [InlineData("A{5-2}")]
    [InlineData("(A+)+$")]
    [InlineData("'km'")]
    [InlineData("''")]
    [InlineData("{3}")]
    public void Anything_else_is_no_pattern(string? text) => Assert.False(SerialPattern.Parse(text).IsOk);

    [Fact]
    public void A_pattern_is_no_longer_than_sixty_characters() => Assert.False(SerialPattern.Parse(new string('A', 61)).IsOk);
}

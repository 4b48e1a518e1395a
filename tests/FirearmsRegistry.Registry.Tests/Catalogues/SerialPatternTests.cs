using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.LookingUp;

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

    [Theory]
    [InlineData("Glock", "ABC123", "4539889")]
    [InlineData("Colt", "70G12345", "1911A1ARMY")]
    [InlineData("Colt", "C123456", "12345678901")]
    [InlineData("Smith & Wesson", "ABC1234", "12345678")]
    [InlineData("Beretta", "BER123456Z", "92FS")]
    [InlineData("CZ", "B123456", "7565")]
    [InlineData("Browning", "245PM12345", "ABCDE")]
    [InlineData("Walther", "1234a", "PPK")]
    [InlineData("Heckler & Koch", "129-012345", "USP")]
    [InlineData("SIG Sauer", "58B123456", "P2")]
    [InlineData("Long Branch", "45L1234", "1941")]
    [InlineData("Tula", "\u041B\u041A 123", "1943\u0433")]
    [InlineData("Star", "07-04-12345-92", "B1")]
    public void The_known_forms_of_makers_are_told_from_others(string maker, string serial, string other)
    {
        Assert.True(CatalogueLookUp.Seeded.FindMaker(maker).TryOne(out var code), maker);
        Assert.Equal((true, false), (CatalogueLookUp.Seeded.FitsSerialOf(code, serial), CatalogueLookUp.Seeded.FitsSerialOf(code, other)));
    }
}

using FirearmsRegistry.Marks.CheckCharacters;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Marks.Tests.NationalNumbers;

public sealed class NationalNumberTests
{
    [Theory]
    [InlineData("GH26A0000001TG")]
    [InlineData("GH26A0000002SR")]
    [InlineData("GH26A0000003S2")]
    [InlineData("GH26A0000004RD")]
    public void The_first_numbers_of_a_series_are_read(string text)
    {
        var number = NationalNumber.Parse(text).GetOrThrow();
        Assert.Equal(text, number.ToString());
        Assert.Equal("GHA", number.Country.ToString());
        Assert.Equal(26, number.Year);
        Assert.Equal(ClassLetter.Civil, number.Class);
        Assert.Equal(text[11] - '0', number.Running);
        Assert.Equal("GH26A", number.Series.ToString());
    }

    [Theory]
    [InlineData("GH 26 A0000001 TG")]
    [InlineData("gh26a0000001tg")]
    [InlineData("GH26AOOOOOO1TG")]
    [InlineData("GH26AQ0000OITG")]
    public void Printed_and_misread_forms_give_the_number(string text) =>
        Assert.Equal("GH26A0000001TG", NationalNumber.Parse(text).GetOrThrow().ToString());

    [Fact]
    public void In_the_country_digits_are_read_as_letters()
    {
        Assert.True(NumberSequence.TryMake(CountryCode.Parse("ITA").GetOrThrow(), 2026, ClassLetter.State, 1, out var italian));
        Assert.Equal(italian, NationalNumber.Parse("1T" + italian.ToString()[2..]).GetOrThrow());
        Assert.True(NumberSequence.TryMake(CountryCode.Parse("NOR").GetOrThrow(), 26, ClassLetter.State, 2, out var norwegian));
        Assert.Equal(norwegian, NationalNumber.Parse("N0" + norwegian.ToString()[2..]).GetOrThrow());
    }

    [Fact]
    public void The_printed_form_has_four_groups() =>
        Assert.Equal("GH 26 A0000001 TG", NationalNumber.Parse("GH26A0000001TG").GetOrThrow().Printed);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("GH26A0000001")]
    [InlineData("GH26A0000001TGX")]
    [InlineData("GH26A0000001T\u0413")]
    [InlineData("GH-26-A0000001-TG")]
    [InlineData("GH26A0000001TH")]
    [InlineData("HG26A0000001TG")]
    [InlineData("XX26A0000001TG")]
    [InlineData("GH26I0000001TG")]
    public void Anything_else_is_refused(string? text) => Assert.False(NationalNumber.Parse(text).IsOk);

    [Fact]
    public void A_number_whose_check_holds_a_confusable_letter_is_invalid_even_if_it_fits()
    {
        var skipped = NumberSequence.NextAfter(SeriesCode.Parse("GH26A").GetOrThrow(), 4).Skipped;
        var running = Enumerable.Range(1, 100).First(n => !NumberSequence.TryMake(CountryCode.Parse("GHA").GetOrThrow(), 26, ClassLetter.Civil, n, out _));
        var body = $"GH26A{running:0000000}";
        Assert.False(NationalNumber.Parse(body + Mod1271x36.Compute(body)).IsOk);
        Assert.All(skipped, skip => Assert.Contains(skip.Check, character => character is 'I' or 'O' or 'Q'));
    }

    [Fact]
    public void Running_number_zero_is_refused_even_with_fitting_check_characters()
    {
        var check = Mod1271x36.Compute("GH26A0000000");
        Assert.False(NationalNumber.Parse("GH26A0000000" + check).IsOk);
    }

    [Fact]
    public void A_number_that_was_never_parsed_cannot_be_used() =>
        Assert.Throws<InvalidOperationException>(() => default(NationalNumber).ToString());
}

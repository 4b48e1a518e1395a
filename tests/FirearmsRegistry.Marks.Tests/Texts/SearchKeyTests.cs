using System.Text;

using FirearmsRegistry.Marks.Texts;

using FsCheck.Xunit;

namespace FirearmsRegistry.Marks.Tests.Texts;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("ab-12 / 3.4", "AB1234")]
    [InlineData("\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425 12", "ABEKMHOPCTYX12")]
    [InlineData("\u0430\u0432 12", "AB12")]
    [InlineData("\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7", "ABEZHIKMNOPTYX")]
    [InlineData("\u0416\u0429\u042E", "ZHSHCHYU")]
    [InlineData("\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669", "0123456789")]
    [InlineData("\u06F4\u06F5\u06F6", "456")]
    [InlineData("\uFF21\uFF42\uFF11", "AB1")]
    [InlineData("\u0966\u096F", "09")]
    [InlineData("\u2163 \u2460 \u00B2", "IV12")]
    [InlineData("\uFB01", "FI")]
    [InlineData("stra\u00DFe \u00D8 \u0141 \u0131 \u0130", "STRASSEOLII")]
    [InlineData("\u2605 - \u00B7 /", "")]
    public void Look_alike_scripts_digits_and_forms_become_capitals_and_digits(string text, string exact) =>
        Assert.Equal(exact, SearchKey.Of(MarkText.Parse(text).GetOrThrow()).ExactKey);

    [Theory]
    [InlineData("\u00E9", "e\u0301")]
    [InlineData("\u0419", "\u0418\u0306")]
    [InlineData("\u0451", "\u0435\u0308")]
    [InlineData("\u0390", "\u03B9\u0308\u0301")]
    [InlineData("\u1EAD", "a\u0323\u0302")]
    [InlineData("\u0623", "\u0627\u0654")]
    public void Composed_and_decomposed_letters_have_one_key(string composed, string decomposed) =>
        Assert.Equal(SearchKey.Of(composed), SearchKey.Of(decomposed));

    [Fact]
    public void The_folded_key_makes_worn_characters_one()
    {
        var key = SearchKey.Of("OQ0 IL1 S5 B8 Z2 G6 AD");
        Assert.Equal("OQ0IL1S5B8Z2G6AD", key.ExactKey);
        Assert.Equal("000111558822" + "66AD", key.FoldedKey);
    }

    [Fact]
    public void A_mark_of_symbols_only_has_an_empty_key() => Assert.True(SearchKey.Of("\u2605\u2020").IsEmpty);

    [Fact]
    public void Letters_of_other_scripts_stay_searchable() =>
        Assert.Equal("\u0645\u0635\u0646\u06393", SearchKey.Of("\u0645\u0635\u0646\u0639-\u0663").ExactKey);

    [Property(MaxTest = 500)]
    public bool A_key_of_a_key_is_the_key(string? text) => IsStable(text ?? "");

    [Fact]
    public void A_key_of_a_key_is_the_key_for_every_character()
    {
        var unstable = Enumerable.Range(0x20, 0x2FFFF).Where(Rune.IsValid).Select(value => new Rune(value)).Where(rune => !IsStable(rune.ToString()));
        Assert.Empty(unstable);
    }

    [Fact]
    public void Capital_and_small_letters_have_one_key()
    {
        var apart = Enumerable.Range(0x20, 0x2FFFF).Where(Rune.IsValid).Select(value => new Rune(value))
            .Where(rune => SearchKey.Of(rune.ToString()) != SearchKey.Of(Rune.ToUpperInvariant(rune).ToString()));
        Assert.Empty(apart);
    }

    [Fact]
    public void Texts_with_letters_or_digits_of_ascii_never_lose_them()
    {
        for (var character = ' '; character < 127; character++)
            Assert.Equal(char.IsAsciiLetterOrDigit(character), !SearchKey.Of(character.ToString()).IsEmpty);
    }

    private static bool IsStable(string text)
    {
        var key = SearchKey.Of(text);
        var ofExact = SearchKey.Of(key.ExactKey);
        return ofExact == key && SearchKey.Of(key.FoldedKey) is var ofFolded && ofFolded.FoldedKey == key.FoldedKey && ofFolded.ExactKey == key.FoldedKey;
    }
}

using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Figures;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Figures;

public sealed class CountedWordsTests
{
    public static TheoryData<ReportLanguage> AllLanguages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_count_of_UNODC_s_file_has_words(ReportLanguage language)
    {
        var words = Words.In(language);
        foreach (var row in File.ReadLines(RepositoryRoot.Below("schemas", "import", "unodc-iafq-labels.csv")).Skip(1))
        {
            var codes = row.Split(',')[^3..];
            Assert.True(CountedWords.IndicatorName(words, codes[0]) is not null, row);
            Assert.True(CountedWords.DimensionName(words, codes[1]) is not null, row);
            Assert.True(CountedWords.CategoryName(words, codes[1], codes[2]) is not null, row);
        }
    }

    [Fact]
    public void A_count_is_told_with_the_comma_of_the_language()
    {
        Assert.Equal("firearms seized, type, pistol", CountedWords.Of(Words.In(ReportLanguage.En), "arms_seized", "type", "pistol").Value);
        Assert.StartsWith("أسلحة نارية مضبوطة، النوع، ", CountedWords.Of(Words.In(ReportLanguage.Ar), "arms_seized", "type", "pistol").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_is_not_told_apart_is_that_of_all() => Assert.Equal(
        "ammunition seized", CountedWords.Of(Words.In(ReportLanguage.En), "ammunition_seized", "total", "total").Value);

    [Fact]
    public void A_code_without_words_stands_as_it_is() => Assert.Equal(
        "<bdi dir=\"ltr\">own_code</bdi>", CountedWords.OfCategory(Words.In(ReportLanguage.En), "type", "own_code").Value);
}

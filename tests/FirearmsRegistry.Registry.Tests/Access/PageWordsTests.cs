using FirearmsRegistry.Registry.Access.SignIn.Pages;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.Tests.Access;

public sealed class PageWordsTests
{
    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_keys_of_English_and_no_empty_words(ReportLanguage language)
    {
        var words = PageWords.In(language).All;

        Assert.Equal(PageWords.In(ReportLanguage.En).All.Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        Assert.All(words, pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key));
        Assert.Contains("{name}", words["signed_in_as"], StringComparison.Ordinal);
        Assert.Contains("{n}", words["recovery.left"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("something else", "")]
    public void A_browser_is_told_by_its_name_and_system(string userAgent, string name) => Assert.Equal(name, ProgramNames.Of(userAgent));
}

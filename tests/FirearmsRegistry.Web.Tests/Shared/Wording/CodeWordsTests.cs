using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Wording;

public sealed class CodeWordsTests
{
    public static TheoryData<ReportLanguage> AllLanguages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void What_a_form_offers_is_named_in_words(ReportLanguage language)
    {
        var words = Words.In(language);
        All<WeekDay>(words);
        All<ClockUnit>(words);
        All<ChannelKind>(words);
        All<CatalogueNameKind>(words);
        All<MakerRole>(words);
        All<MakerLinkKind>(words);
        All<BoreType>(words);
    }

    private static void All<T>(Words words)
        where T : struct, Enum =>
        Assert.All(Enum.GetValues<T>(), code => Assert.True(words.Has("shared.codes." + ReportWords.KeyOf(code)), ReportWords.KeyOf(code)));
}

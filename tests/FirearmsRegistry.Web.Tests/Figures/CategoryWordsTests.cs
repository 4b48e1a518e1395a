using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Figures;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Figures;

public sealed class CategoryWordsTests
{
    public static TheoryData<ReportLanguage> AllLanguages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_category_of_every_table_has_a_name_that_no_other_of_its_table_has(ReportLanguage language)
    {
        var words = Words.In(language);
        foreach (var table in IafqBreakdowns.All)
        {
            var names = table.Categories.Select(category => CategoryWords.Of(words, table.By, category)).ToArray();
            Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
            Assert.DoesNotContain(names, name => name.Contains('_', StringComparison.Ordinal) || name.StartsWith("figures.", StringComparison.Ordinal));
        }
    }
}

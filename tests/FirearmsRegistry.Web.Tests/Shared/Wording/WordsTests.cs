using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Notices;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Wording;

public sealed partial class WordsTests
{
    public static TheoryData<ReportLanguage> AllLanguages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_language_has_the_keys_of_English_and_no_other(ReportLanguage language)
    {
        var english = Keys(ReportLanguage.En);
        var other = Keys(language);

        Assert.Empty(english.Except(other).Select(key => $"missing: {key}"));
        Assert.Empty(other.Except(english).Select(key => $"extra: {key}"));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Words_that_depend_on_a_number_have_each_form_of_the_language(ReportLanguage language)
    {
        var words = Words.In(language);
        var forms = Plurals.FormsOf(language);
        foreach (var stem in Stems())
            Assert.Equal(forms.Order(StringComparer.Ordinal), FormsOf(words, stem));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void No_words_are_empty_and_each_sentence_has_the_places_of_the_English_one(ReportLanguage language)
    {
        var (english, words) = (Words.In(ReportLanguage.En), Words.In(language));
        foreach (var key in words.Keys)
        {
            Assert.False(string.IsNullOrWhiteSpace(words[key]), key);
            if (english.Has(key) && !IsForm(key))
                Assert.Equal(Places(english[key]), Places(words[key]));
        }
    }

    [Fact]
    public void Every_key_that_a_page_names_has_words()
    {
        var english = Words.In(ReportLanguage.En);
        var missing = from file in WebSources.Files("*.razor").Concat(WebSources.Files("*.cs"))
                      from key in WebSources.KeysNamedIn(File.ReadAllText(file))
                      where !english.Has(key) && !english.Reports.All.ContainsKey(key) && !english.Has(key + ".other")
                      select $"{Path.GetFileName(file)}: {key}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_refusal_of_the_API_has_words()
    {
        var api = File.ReadAllText(RepositoryRoot.Below("schemas", "openapi", "v1.json"));
        var names = ProblemType().Matches(api).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(names.Count > 100);
        Assert.All(names, name => Assert.True(Words.In(ReportLanguage.En).Has("shared.problems." + name), name));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_notice_has_words(ReportLanguage language)
    {
        var words = Words.In(language);

        Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.True(words.Has("shared.codes." + ReportWords.KeyOf(kind)), ReportWords.KeyOf(kind)));
        Assert.All(Enum.GetValues<NoticeOccasion>(), occasion => Assert.True(words.Has("shared.codes." + ReportWords.KeyOf(occasion)), ReportWords.KeyOf(occasion)));
    }

    [Fact]
    public void No_page_says_anything_that_does_not_come_from_the_words()
    {
        var literal = from file in WebSources.Files("*.razor")
                      from text in WebSources.LiteralsIn(File.ReadAllText(file))
                      select $"{Path.GetFileName(file)}: {text}";

        Assert.Empty(literal);
    }

    private static HashSet<string> Keys(ReportLanguage language) =>
        [.. Words.In(language).Keys.Select(key => IsForm(key) ? key[..key.LastIndexOf('.')] : key)];

    private static IEnumerable<string> Stems() =>
        Words.In(ReportLanguage.En).Keys.Where(IsForm).Select(key => key[..key.LastIndexOf('.')]).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> FormsOf(Words words, string stem) =>
        words.Keys.Where(key => IsForm(key) && key[..key.LastIndexOf('.')] == stem).Select(key => key[(key.LastIndexOf('.') + 1)..]).Order(StringComparer.Ordinal);

    /// <summary>Codes such as <c>mark_kind.other</c> end like a form; a plural's stem has one of the forms that only plurals have.</summary>
    private static bool IsForm(string key)
    {
        var dot = key.LastIndexOf('.');
        return dot > 0 && key[(dot + 1)..] is "zero" or "one" or "two" or "few" or "many" or "other" && PluralStems.Contains(key[..dot]);
    }

    private static readonly HashSet<string> PluralStems =
        [.. Words.In(ReportLanguage.Ar).Keys.Where(key => key.EndsWith(".two", StringComparison.Ordinal)).Select(key => key[..^4])];

    private static IEnumerable<string> Places(string text) =>
        Regex.Matches(text, @"\{[a-z_]+\}").Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("urn:firearms-registry:problem:(?<name>[a-z0-9-]+)")]
    private static partial Regex ProblemType();
}

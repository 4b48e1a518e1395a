using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Rules;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Rules;

public sealed partial class RuleWordsTests(RuleWordsTests.Api api) : IClassFixture<RuleWordsTests.Api>
{
    private static readonly Words French = Words.In(ReportLanguage.Fr);

    private static readonly ConcurrentDictionary<Template, Regex> Sources = new();

    public static TheoryData<ReportLanguage> AllLanguages => [.. Enum.GetValues<ReportLanguage>()];

    [Fact]
    public void Every_rule_that_the_API_can_tell_is_known()
    {
        Assert.True(api.Rules.Texts.Count > 300, $"{api.Rules.Texts.Count} rules were found.");
        None(api.Rules.Texts.Where(rule => !IsKnown(Templates.Rules, rule.Key)).Select(rule => $"{rule.Key}\n    {rule.Value}"));
    }

    [Fact]
    public void Each_rule_could_be_followed_to_its_text() => None(api.Rules.Lost);

    [Fact]
    public void No_rule_is_known_that_the_API_never_tells() => None(Templates.Rules.All.Select(template => template.Key)
        .Except(api.Rules.Texts.Keys.Concat(Warnings()).SelectMany(told => Known(Templates.Rules, told)).Select(template => template.Key)));

    [Fact]
    public void Every_source_that_the_API_can_tell_is_known_or_a_standard_without_words()
    {
        var told = api.Sources.Texts.Keys.Concat(PolicySources()).SelectMany(source => IsKnown(Templates.Sources, source) ? [] : source.Split("; ")).Distinct();

        None(told.Where(source => !source.Contains(ToldTexts.Place) && !Standard().IsMatch(source) && !IsKnown(Templates.Sources, source)));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_rule_and_source_has_words_with_all_that_was_told(ReportLanguage language)
    {
        var words = Words.In(language);
        foreach (var templates in new[] { Templates.Rules, Templates.Sources })
        {
            foreach (var template in templates.All)
            {
                Assert.True(words.Has(templates.KeyOf(template)), templates.KeyOf(template));
                Assert.All(template.Places, place => Assert.Contains($"{{{place.Name}}}", words[templates.KeyOf(template)], StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void What_the_check_of_a_message_finds_is_told_by_its_code(ReportLanguage language) => Assert.All(Enum.GetValues<SdmxRule>(), rule =>
        Assert.True(Words.In(language).Has("shared.codes." + ReportWords.KeyOf(rule)), ReportWords.KeyOf(rule)));

    [Fact]
    public void A_sentence_is_read_by_its_own_template()
    {
        foreach (var templates in new[] { Templates.Rules, Templates.Sources })
        {
            Assert.All(templates.All, template =>
            {
                var told = template.With(place => place.Sample);
                Assert.Equal(template.Key, templates.All.First(other => other.Read(told) is not null).Key);
            });
        }
    }

    [Fact]
    public void A_rule_is_told_in_the_reader_s_language_with_its_numbers()
    {
        ShortText.Parse(" ").TryGet(out _, out var fault);

        Assert.Matches("^De 1 à <bdi dir=\"ltr\">[0-9]+</bdi> caractères sur une ligne", Told(fault!.Rule));
        Assert.Equal("Ceci est nécessaire.", Told("This member is required."));
        Assert.Equal("Les caractères ont au moins <bdi dir=\"ltr\">0,08</bdi> mm de profondeur.", Told("Characters are at least 0.08 mm deep."));
        Assert.Equal("Ceci ne peut précéder la fabrication de l’arme à feu (mars 2020).", Told("Cannot lie before the making of the firearm (2020-03)."));
        Assert.Equal("<bdi dir=\"ltr\">year</bdi> : Ceci est nécessaire.", Told("year: This member is required."));
        Assert.Null(RuleWords.Of(French, "Somebody wrote this yesterday."));
    }

    [Fact]
    public void What_was_typed_cannot_become_markup() => Assert.DoesNotContain("<i>", Told("<i>x</i> is no country; a country is given by its ISO 3166-1 alpha-3 code in capitals."), StringComparison.Ordinal);

    [Fact]
    public void A_source_has_its_official_name() => Assert.Equal(
        "Protocole relatif aux armes à feu, art. <bdi dir=\"ltr\">7</bdi> ; Instrument international de traçage, par. <bdi dir=\"ltr\">8</bdi>",
        RuleWords.OfSource(French, "Firearms Protocol Art. 7; ITI para. 8").Html);

    /// <summary>The doubts about a file, which a preview tells with their places.</summary>
    private static IEnumerable<string> Warnings() =>
        new[] { null, "t1" }.Select(column => new InputFault(3, 2, column, ToldTexts.Place.ToString()).ToString());

    private static string? Told(string rule) => RuleWords.Of(French, rule)?.Html;

    private static void None(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static bool IsKnown(Templates templates, string told) => Known(templates, told).Any();

    /// <summary>
    /// The templates that a text of the sources is told by, with those of the rules in it, where a value that only a run knows is a sign.
    /// </summary>
    private static IEnumerable<Template> Known(Templates templates, string told)
    {
        foreach (var template in templates.All)
        {
            var read = Sources.GetOrAdd(template, each => new Regex(each.Pattern(place => $"(?:{ToldTexts.Place}|{place.Pattern})"), RegexOptions.Singleline)).Match(told);
            if (!read.Success)
                continue;
            var inner = template.Places.Where(place => place.Kind == TemplatePlace.Rule).Select(place => read.Groups[place.Name].Value)
                .Where(text => text != ToldTexts.Place.ToString()).Select(text => Known(templates, text).ToList()).ToList();
            if (inner.Exists(rules => rules.Count == 0))
                continue;
            yield return template;
            foreach (var rule in inner.SelectMany(rules => rules))
                yield return rule;
        }
    }

    private static IEnumerable<string> PolicySources()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Below("schemas", "policies"), "*.json"))
        {
            foreach (Match source in PolicySource().Matches(File.ReadAllText(file)))
                yield return JsonSerializer.Deserialize<string>(source.Groups["source"].Value)!;
        }
    }

    [GeneratedRegex("\"source\": (?<source>\"[^\"]*\")")]
    private static partial Regex PolicySource();

    [GeneratedRegex(@"^(ISO(/IEC)? [0-9-]+( MOD [0-9-]+)?|RFC [0-9 .]+|MIL-STD-130N|ANSI MH10.8.2|FIPS 180-4|NIST SP 800-38D)$")]
    private static partial Regex Standard();

    /// <summary>What the sources of the API tell, read once.</summary>
    public sealed class Api
    {
        // The titles of refusals stand in Shared/Problems/Words.
        internal ToldTexts Rules { get; } = new(
        [
            ("InputError", "Rule"), ("Fault", "Rule"), ("PolicyBreach", "Rule"), ("InputFault", "Reason"), ("SymbolRefusal", "Message"),
            ("CheckFinding", "Explanation"), ("CheckFinding", "Repair"),
        ], ("Refusal", "Title"));

        internal ToldTexts Sources { get; } = new([("InputError", "Source"), ("Fault", "Source"), ("PolicyBreach", "Source")]);
    }
}

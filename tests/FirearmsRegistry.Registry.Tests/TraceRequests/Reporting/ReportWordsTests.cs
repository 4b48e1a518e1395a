using System.Text.RegularExpressions;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Countries;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Registry.TraceRequests.Relating;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Reporting;

public sealed partial class ReportWordsTests
{
    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_keys_with_the_same_places_and_no_empty_words(ReportLanguage language)
    {
        var english = ReportWords.In(ReportLanguage.En).All;
        var words = ReportWords.In(language).All;

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        Assert.All(words, word => Assert.False(word.Value.Length == 0, word.Key));
        Assert.All(words, word => Assert.Equal(Places(english[word.Key]), Places(word.Value)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_that_a_report_may_show_has_words(ReportLanguage language)
    {
        var words = ReportWords.In(language).All;

        Assert.All(Codes(), code => Assert.True(words.ContainsKey(code), code));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_country_has_a_name_also_those_that_are_no_more(ReportLanguage language)
    {
        var names = CountryNames.In(language);

        Assert.Equal(CountryCode.Current.Concat(CountryCode.Former).Select(country => country.Alpha3).Order(StringComparer.Ordinal),
            names.Keys.Order(StringComparer.Ordinal));
        Assert.All(names.Values, name => Assert.Equal(name.Trim(), name));
        Assert.DoesNotContain("", names.Values);
    }

    [Theory]
    [InlineData(ReportLanguage.En, "2020-06-15", "15 June 2020")]
    [InlineData(ReportLanguage.En, "2020-06", "June 2020")]
    [InlineData(ReportLanguage.En, "2020", "2020")]
    [InlineData(ReportLanguage.Fr, "2020-06-01", "1er juin 2020")]
    [InlineData(ReportLanguage.Fr, "2020-06-21", "21 juin 2020")]
    [InlineData(ReportLanguage.Es, "2020-06-15", "15 de junio de 2020")]
    [InlineData(ReportLanguage.Ar, "2020-01-15", "15 كانون الثاني/يناير 2020")]
    [InlineData(ReportLanguage.Ru, "2020-06-15", "15 июня 2020 г.")]
    [InlineData(ReportLanguage.Ru, "2020-06", "июнь 2020 г.")]
    [InlineData(ReportLanguage.Zh, "2020-06-15", "2020年6月15日")]
    public void A_date_is_written_as_precisely_as_it_is_known_and_as_the_language_writes_it(ReportLanguage language, string date, string written) =>
        Assert.Equal(written, ReportWords.In(language).Date(On(date)));

    [Theory]
    [InlineData(ReportLanguage.En, "1,234,567")]
    [InlineData(ReportLanguage.Fr, "1\u202f234\u202f567")]
    [InlineData(ReportLanguage.Es, "1\u00a0234\u00a0567")]
    [InlineData(ReportLanguage.Ru, "1\u00a0234\u00a0567")]
    [InlineData(ReportLanguage.Zh, "1,234,567")]
    public void A_number_is_grouped_as_the_language_groups_it(ReportLanguage language, string written) =>
        Assert.Equal(written, ReportWords.In(language).Number(1_234_567));

    [Fact]
    public void A_moment_is_written_to_the_minute() =>
        Assert.Equal("15 June 2020, 12:34 UTC", ReportWords.In(ReportLanguage.En).Moment(new DateTimeOffset(2020, 6, 15, 14, 34, 56, TimeSpan.FromHours(2))));

    private static IEnumerable<string> Codes() =>
    [
        .. Keys<TraceKind>(), .. Keys<TracePriority>(), .. Keys<TraceRequestState>(), .. Keys<IllicitGround>(), .. Keys<TraceOutcome>(),
        .. Keys<IdentificationBasis>(), .. Keys<IdentifiedBy>(), .. Keys<ForeignAnswerKind>(), .. Keys<WithholdingReason>(), .. Keys<HopKind>(),
        .. Keys<DiversionKind>(), .. Keys<ChainGapKind>(), .. Keys<TimeToCrimeBase>(), .. Keys<TimeToCrimeUndefined>(), .. Keys<RelatedBy>(),
        .. Keys<PartyCategory>(), .. Keys<Intake>(), .. Keys<LegalBasis>(), .. Keys<LegalJustification>(), .. Keys<LocationKind>(), .. Keys<ArmType>(),
        .. Keys<ArmCondition>(), .. Keys<MarkingState>(), .. Keys<MarkKind>(), .. Keys<ComponentKind>(), .. Keys<ReadingCertainty>(),
        .. Keys<RestorationMethod>(), .. Keys<OutcomeLine>(), .. Keys<DisclosurePurpose>(), .. Keys<ThirdPartyRule>(),
        .. Keys<FigureIntake>(), .. Keys<IndicatorVariant>(),
    ];

    private static IEnumerable<string> Keys<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(ReportWords.KeyOf);

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}

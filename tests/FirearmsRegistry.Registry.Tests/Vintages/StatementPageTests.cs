using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Vintages;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using FirearmsRegistry.Registry.Vintages.Stating;

namespace FirearmsRegistry.Registry.Tests.Vintages;

public sealed class StatementPageTests
{
    private static readonly PublicFigure Figure = PublicFigure.Of(VintageCase.Figure(2020, 3));

    [Theory]
    [InlineData(ReportLanguage.En, "<html lang=\"en\" dir=\"ltr\">", "75.00 %")]
    [InlineData(ReportLanguage.Fr, "<html lang=\"fr\" dir=\"ltr\">", "75,00 %")]
    [InlineData(ReportLanguage.Es, "<html lang=\"es\" dir=\"ltr\">", "75,00 %")]
    [InlineData(ReportLanguage.Ar, "<html lang=\"ar\" dir=\"rtl\">", "75.00 %")]
    [InlineData(ReportLanguage.Ru, "<html lang=\"ru\" dir=\"ltr\">", "75,00 %")]
    [InlineData(ReportLanguage.Zh, "<html lang=\"zh\" dir=\"ltr\">", "75.00%")]
    public void The_number_the_counts_and_the_caveats_stand_there_as_the_language_writes_them(ReportLanguage language, string head, string percent)
    {
        var page = Page(VintageState.Published, Figure, language);

        Assert.Contains(head, page, StringComparison.Ordinal);
        Assert.Contains($"<bdi dir=\"ltr\">{percent}</bdi>", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split("<li>").Length - 1);
        Assert.DoesNotContain("{", page[page.IndexOf("<body>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VintageState.Published, null)]
    [InlineData(VintageState.Draft, "This is a draft.")]
    [InlineData(VintageState.Reviewed, "This is a draft.")]
    [InlineData(VintageState.Withdrawn, "This draft was given up.")]
    [InlineData(VintageState.Superseded, "A later vintage has taken the place of this one.")]
    public void What_is_not_in_force_says_so(VintageState state, string? warning) =>
        Assert.Equal(warning is not null, Page(state, Figure).Contains($"<p class=\"warning\">{warning ?? ""}", StringComparison.Ordinal));

    [Fact]
    public void Pending_traces_and_a_small_denominator_are_told()
    {
        var page = Page(VintageState.Published, Figure with { Provisional = true, LowDenominator = true });

        Assert.Contains("still awaited", page, StringComparison.Ordinal);
        Assert.Contains("fewer than <bdi dir=\"ltr\">30</bdi>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportLanguage.En, "Firearms registry of Spain")]
    [InlineData(ReportLanguage.Fr, ": Espagne<")]
    [InlineData(ReportLanguage.Es, ": España<")]
    [InlineData(ReportLanguage.Ar, ": إسبانيا<")]
    [InlineData(ReportLanguage.Ru, ": Испания<")]
    [InlineData(ReportLanguage.Zh, "：西班牙<")]
    public void The_State_has_its_name_in_the_language(ReportLanguage language, string name) =>
        Assert.Contains(name, Page(VintageState.Published, Figure, language), StringComparison.Ordinal);

    [Theory]
    [InlineData(ReportLanguage.En)]
    [InlineData(ReportLanguage.Fr)]
    [InlineData(ReportLanguage.Es)]
    [InlineData(ReportLanguage.Ar)]
    [InlineData(ReportLanguage.Ru)]
    [InlineData(ReportLanguage.Zh)]
    public void A_year_whose_counts_were_compiled_elsewhere_names_their_source(ReportLanguage language)
    {
        var source = FigureSource.Of(new CountSource(VintageCase.Id, "Ministry <of> the Interior", new string('a', 64)));

        var page = Page(VintageState.Published, Figure with { Source = source }, language);

        Assert.Contains("Ministry &lt;of&gt; the Interior", page, StringComparison.Ordinal);
        Assert.Equal(5, page.Split("<li>").Length - 1);
        Assert.DoesNotContain("Ministry", Page(VintageState.Published, Figure with { Source = FigureSource.Register }, language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportLanguage.En)]
    [InlineData(ReportLanguage.Fr)]
    [InlineData(ReportLanguage.Es)]
    [InlineData(ReportLanguage.Ar)]
    [InlineData(ReportLanguage.Ru)]
    [InlineData(ReportLanguage.Zh)]
    public void A_numerator_that_was_not_reported_is_told_to_be_taken_for_zero(ReportLanguage language)
    {
        var page = Page(VintageState.Published, Figure with { NumeratorNotReported = true }, language);

        Assert.Equal(5, page.Split("<li>").Length - 1);
        Assert.Contains(ReportWords.In(language)["statement.caveat.numerator"].Split("}")[1], page, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page[page.IndexOf("<body>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_name_are_two_compilations_and_one_file_is_one()
    {
        string Page(char one, char other) => StatementPage.Of(VintageCase.At(VintageState.Published),
            [Of(2019, one), Of(2020, other)], CountryCode.Parse("ESP").GetOrThrow(), ReportLanguage.En, chart: null);
        PublicFigure Of(int year, char hash) => PublicFigure.Of(VintageCase.Figure(year, 3)) with
        {
            Source = FigureSource.Of(new CountSource(new Guid(hash - '0', 0, 0, new byte[8]), "Ministry", new string(hash, 64))),
        };

        Assert.Equal(1, Page('1', '1').Split("counted by").Length - 1);
        Assert.DoesNotContain("11111111", Page('1', '1'), StringComparison.Ordinal);
        Assert.Equal(2, Page('1', '2').Split("counted by").Length - 1);
        Assert.Contains("Ministry (11111111)", Page('1', '2'), StringComparison.Ordinal);
        Assert.Contains("Ministry (22222222)", Page('1', '2'), StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_is_never_zero()
    {
        var page = Page(VintageState.Published, Figure with { Status = Indicators.Variants.FigureStatus.NotReported, Numerator = null, Denominator = null, Percent = null });

        Assert.Contains("nothing was reported", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0.00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_public_may_not_see_is_said_to_be_left_out()
    {
        var page = Page(VintageState.Published, PublicFigure.Suppressed(VintageCase.Figure(2020, 3)));

        Assert.Contains("could point to single cases", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\" colspan=\"3\">not shown</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("75.00", page, StringComparison.Ordinal);
    }

    private static string Page(VintageState state, PublicFigure figure, ReportLanguage language = ReportLanguage.En) =>
        StatementPage.Of(VintageCase.At(state), [figure], CountryCode.Parse("ESP").GetOrThrow(), language, chart: null);
}

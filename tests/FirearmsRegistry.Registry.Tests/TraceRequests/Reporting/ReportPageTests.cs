using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests;
using FsCheck.Xunit;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Reporting;

public sealed class ReportPageTests
{
    private const string Lead = "This is a lead, not an identification";

    private const string Unidentified = "The marks do not identify one single registered firearm.";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style><h1>AB</h1>")]
    [InlineData("&lt;b&gt;")]
    public void Markup_in_a_mark_stays_text(string mark)
    {
        var page = ReportCase.Page(ReportCase.Facts(mark));

        Assert.DoesNotContain(mark, page, StringComparison.Ordinal);
        Assert.Contains(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(mark), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("AB\u202e54321", "AB<span class=\"unseen\">U+202E</span>54321")]
    [InlineData("AB\u206912345", "AB<span class=\"unseen\">U+2069</span>12345")]
    [InlineData("AB\u200d1", "AB<span class=\"unseen\">U+200D</span>1")]
    [InlineData("AB\U000E00411", "AB<span class=\"unseen\">U+E0041</span>1")]
    public void What_cannot_be_seen_in_a_mark_is_shown_by_its_code_point(string mark, string shown) =>
        Assert.Equal($"<bdi dir=\"ltr\" class=\"mark\">{shown}</bdi>", Markup.Mark(mark).Html);

    [Fact]
    public void Joiners_that_scripts_need_stay_in_what_people_wrote_and_overrides_do_not() =>
        Assert.Equal("<bdi dir=\"auto\">می‌خواهم<br><span class=\"unseen\">U+202E</span></bdi>", Markup.Free("می\u200cخواهم\n\u202e").Html);

    [Property]
    public bool No_text_breaks_out_of_its_element(string? text)
    {
        var inner = Markup.Mark(text ?? "").Html["<bdi dir=\"ltr\" class=\"mark\">".Length..^"</bdi>".Length]
            .Replace("<span class=\"unseen\">", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal)
            .Replace("<br>", "", StringComparison.Ordinal);
        return !inner.Contains('<', StringComparison.Ordinal) && !inner.Contains('>', StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IdentificationBasis.FoldedKey, true, false)]
    [InlineData(IdentificationBasis.DamagedMark, true, false)]
    [InlineData(IdentificationBasis.SeveralFit, false, true)]
    [InlineData(IdentificationBasis.NothingFits, false, true)]
    [InlineData(IdentificationBasis.ExactKey, false, false)]
    [InlineData(IdentificationBasis.LinkedBefore, false, false)]
    public void A_lead_is_called_a_lead(IdentificationBasis basis, bool lead, bool unidentified)
    {
        var arm = basis is IdentificationBasis.ExactKey or IdentificationBasis.LinkedBefore ? Arm : (Guid?)null;
        var facts = ReportCase.Facts(certainty: ReadingCertainty.Doubtful) with { Search = new TraceSearched(basis, 1, arm) };

        var page = ReportCase.Page(facts);

        Assert.Equal((lead, unidentified), (page.Contains(Lead, StringComparison.Ordinal), page.Contains(Unidentified, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(ReportLanguage.Fr, "Il s’agit d’une piste")]
    [InlineData(ReportLanguage.Es, "Es un indicio")]
    [InlineData(ReportLanguage.Ar, "خيط للتحقيق")]
    [InlineData(ReportLanguage.Ru, "Это версия")]
    [InlineData(ReportLanguage.Zh, "这只是线索")]
    public void A_lead_is_called_a_lead_in_every_language(ReportLanguage language, string words) => Assert.Contains(words,
        ReportCase.Page(ReportCase.Facts() with { Search = new TraceSearched(IdentificationBasis.DamagedMark, 1, null) }, language), StringComparison.Ordinal);

    [Fact]
    public void An_arm_that_a_person_confirmed_is_named_and_is_neither_a_lead_nor_unidentified()
    {
        var facts = ReportCase.Facts() with { Search = new TraceSearched(IdentificationBasis.DamagedMark, 1, null) };
        var confirmed = new TraceIdentificationConfirmed(Arm, Long("The restored number and the barrel agree."), Long("Frame and barrel."));

        var (before, after) = (ReportCase.Page(facts with { Arm = null }), ReportCase.Page(facts with { Confirmation = confirmed }));

        Assert.Contains(Lead, before, StringComparison.Ordinal);
        Assert.DoesNotContain(Unidentified, after, StringComparison.Ordinal);
        Assert.DoesNotContain("This is a lead", after, StringComparison.Ordinal);
        Assert.Contains("a person compared the firearm with the registered one", after, StringComparison.Ordinal);
        Assert.Contains($"<bdi dir=\"ltr\" class=\"id\">{Arm}</bdi>", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_are_told_with_their_dates_and_the_stations_between_which_they_lie()
    {
        var page = ReportCase.Page(ReportCase.Facts(history: [Registered(), Transfer(TransferKind.Export, "2012-03-04", country: "PRT")]));

        Assert.Contains("Exported on <bdi class=\"date\">4 March 2012</bdi>; here again by <bdi class=\"date\">15 June 2020</bdi> without a record of its return", page, StringComparison.Ordinal);
        Assert.Contains("The chain has gaps", page, StringComparison.Ordinal);
        Assert.Contains("the chain goes on in another State", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_giver_who_is_not_known_is_told_and_a_holder_who_stays_is_told_once()
    {
        var unknown = ReportCase.Page(ReportCase.Facts(history:
            [Registered(holder: Known<Guid>.None), Transfer(TransferKind.Sale, "2012", Known<Guid>.Unknown) with { From = Known<Guid>.Unknown }]));
        var stays = ReportCase.Page(ReportCase.Facts(history: [Registered(), Reported(LossKind.Stolen)]));

        Assert.Contains("<td>sale</td><td>unknown</td><td>unknown</td>", unknown, StringComparison.Ordinal);
        Assert.Contains("<td>reported stolen</td><td></td><td><bdi", stays, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_and_ids_are_isolated_left_to_right_in_a_page_from_right_to_left()
    {
        var page = ReportCase.Page(ReportCase.Facts("AB-12 345"), ReportLanguage.Ar);

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("<bdi dir=\"ltr\" class=\"mark\">AB-12 345</bdi>", page, StringComparison.Ordinal);
        Assert.Contains($"<bdi dir=\"ltr\" class=\"id\">{Holder}</bdi>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportLanguage.En, "Portugal (<bdi dir=\"ltr\">PRT</bdi>)")]
    [InlineData(ReportLanguage.Fr, "Portugal (<bdi dir=\"ltr\">PRT</bdi>)")]
    [InlineData(ReportLanguage.Ar, "البرتغال (<bdi dir=\"ltr\">PRT</bdi>)")]
    [InlineData(ReportLanguage.Ru, "Португалия (<bdi dir=\"ltr\">PRT</bdi>)")]
    [InlineData(ReportLanguage.Zh, "葡萄牙 (<bdi dir=\"ltr\">PRT</bdi>)")]
    public void A_country_has_its_name_in_the_report_s_language(ReportLanguage language, string shown) => Assert.Contains(shown,
        ReportCase.Page(ReportCase.Facts(history: [Registered(), Transfer(TransferKind.Export, "2012-03-04", country: "PRT")]), language), StringComparison.Ordinal);

    [Fact]
    public void The_page_forbids_scripts_and_whatever_lies_elsewhere()
    {
        var page = ReportCase.Page(ReportCase.Facts());

        Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_language_tells_every_gap_and_every_reason()
    {
        var facts = ReportCase.Facts(history: [Registered(FirearmOrigin.LegacyRecord), Transfer(TransferKind.Loan, "2012"), Reported(LossKind.Lost, "2013")]);

        Assert.All(Enum.GetValues<ReportLanguage>(), language =>
        {
            var page = ReportCase.Page(facts, language);
            Assert.DoesNotContain("{from}", page, StringComparison.Ordinal);
            Assert.DoesNotContain("{to}", page, StringComparison.Ordinal);
        });
    }
}

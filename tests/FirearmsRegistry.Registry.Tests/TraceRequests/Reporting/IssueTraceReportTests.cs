using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Verifying;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Reporting;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Issuing;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Verifying;
using JasperFx.Events;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Reporting;

public sealed class IssueTraceReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly IssueTraceReport Command = new(Guid.CreateVersion7(), ReportLanguage.Fr, Long("For the prosecutor."),
        new QueryReason(QueryReasonCode.Trace, "CASE-1"));

    [Fact]
    public void A_trace_that_was_searched_is_reported_as_it_stands()
    {
        var facts = ReportCase.Facts();

        var issued = IssueTraceReport.Decide(Command, facts, 7, LentInformation.None, Now).Value;

        Assert.Equal(new TraceReportIssued(Command.TraceRequestId, 7, ReportLanguage.Fr, Command.Purpose, facts), issued);
    }

    [Fact]
    public void A_trace_that_was_not_searched_is_not_reported()
    {
        Assert.True(IssueTraceReport.Decide(Command, ReportCase.Facts() with { Search = null }, 2, LentInformation.None, Now).Refused(out var refusal, out _));
        Assert.Equal("trace-not-searched", refusal!.Name);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void What_was_lent_until_a_time_is_neither_reported_nor_shown_after_it(int secondsLeft, bool refused)
    {
        var lent = Lent(Now.AddSeconds(secondsLeft));

        var issued = IssueTraceReport.Decide(ForCourt, ReportCase.Facts() with { Lent = lent.Data }, 7, lent, Now);

        Assert.Equal(refused ? "disclosure-after-expiry" : null, issued.Refusal?.Name);
        Assert.Equal(refused ? "disclosure-after-expiry" : null, ReportDisclosure.Refuse(ForCourt.Addressee, lent, Now)?.Name);
        Assert.Equal(refused ? "disclosure-after-expiry" : null, ReportDisclosure.Refuse(null, lent, Now)?.Name);
    }

    [Fact]
    public void A_report_of_what_was_lent_on_terms_names_whom_it_is_for_and_others_need_not()
    {
        var lent = Lent(Now.AddYears(1));

        Assert.Equal("/addressee", Assert.Single(IssueTraceReport.Decide(Command, ReportCase.Facts(), 7, lent, Now).Refusal!.Errors).Pointer);
        Assert.Equal(ForCourt.Addressee, IssueTraceReport.Decide(ForCourt, ReportCase.Facts(), 7, lent, Now).Value.Addressee);
        Assert.Null(IssueTraceReport.Decide(Command, ReportCase.Facts(), 7, lent with { Data = [lent.Data[0] with { Restriction = null }] }, Now).Refusal);
    }

    [Fact]
    public void A_report_is_for_whom_and_for_what_the_provider_allows_and_not_before_the_provider_was_told()
    {
        var lent = Lent(Now.AddYears(1));
        var abroad = For(new DisclosureRecipient(RecipientKind.OtherState, Short("Paris"), CountryCode.Parse("FRA").GetOrThrow()));
        var source = lent.Data[0].SourceId;
        var consented = lent with
        {
            Consents = [new DisclosureConsentRecorded(Guid.CreateVersion7(), source, abroad.Addressee!.Recipient, null, Now.AddDays(1), Short("Letter 1"))],
        };
        var told = consented with { Informed = [new ProviderInformed(Guid.CreateVersion7(), source, abroad.Addressee!.Recipient, Short("Letter 2"))] };

        Assert.Equal("disclosure-purpose-differs", Refused(ForCourt with { Addressee = ForCourt.Addressee! with { Use = DisclosurePurpose.Intelligence } }, lent));
        Assert.Equal("disclosure-without-consent", Refused(abroad, lent));
        Assert.Equal("disclosure-provider-not-informed", Refused(abroad, consented));
        Assert.Null(Refused(abroad, told));
        Assert.Equal("disclosure-without-consent", ReportDisclosure.Refuse(abroad.Addressee, told, Now.AddDays(2))?.Name);
        Assert.Equal("/addressee/recipient/country", Assert.Single(IssueTraceReport.Decide(
            For(abroad.Addressee.Recipient with { Country = null }), ReportCase.Facts(), 7, told, Now).Refusal!.Errors).Pointer);
    }

    [Fact]
    public void A_report_is_valid_until_a_later_one_takes_its_place()
    {
        var report = new TraceReport();
        report.Apply(new Event<TraceReportIssued>(IssueTraceReport.Decide(Command, ReportCase.Facts(), 7, LentInformation.None, Now).Value) { Timestamp = Now, UserName = "officer" });

        Assert.Equal(Verification.Valid, VerifyTraceReport.Decide(report));
        Assert.Equal((Now, "officer", ReportLanguage.Fr, 7), (report.IssuedAt, report.IssuedBy, report.Language, report.TraceVersion));

        report.Apply(new TraceReportSuperseded(Guid.CreateVersion7()));

        Assert.Equal(Verification.Superseded, VerifyTraceReport.Decide(report));
        Assert.Equal(Verification.NotValid, VerifyTraceReport.Decide(null));
    }

    [Fact]
    public void What_another_State_asks_for_its_information_stands_on_the_report()
    {
        var page = ReportCase.Page(ReportCase.Facts() with { Lent = Lent(Now.AddYears(1)).Data });

        Assert.All(["Handling restrictions", "Portugal (", "court proceedings", "only with the provider’s consent", "2 January 2027", "Keep it &lt;secret&gt;."],
            fact => Assert.Contains(fact, page, StringComparison.Ordinal));
        Assert.Contains("Court · court proceedings", System.Text.RegularExpressions.Regex.Replace(
            ReportCase.Page(ReportCase.Facts(), addressee: ForCourt.Addressee), "<[^>]+>", ""), StringComparison.Ordinal);
        Assert.Contains("No restriction of another State is on record.", ReportCase.Page(ReportCase.Facts()), StringComparison.Ordinal);
    }

    private static IssueTraceReport ForCourt { get; } = For(new DisclosureRecipient(RecipientKind.OwnAuthority, Short("Court")));

    private static IssueTraceReport For(DisclosureRecipient recipient) =>
        Command with { Addressee = new ReportAddressee(recipient, DisclosurePurpose.CourtProceedings) };

    private static string? Refused(IssueTraceReport command, LentInformation lent) =>
        IssueTraceReport.Decide(command, ReportCase.Facts(), 7, lent, Now).Refusal?.Name;

    private static LentInformation Lent(DateTimeOffset until) => LentInformation.None with
    {
        Data =
        [
            new ReceivedDatum(Guid.CreateVersion7(), CountryCode.Parse("PRT").GetOrThrow(), new HandlingRestriction(
                [DisclosurePurpose.CourtProceedings], ThirdPartyRule.WithConsent, until, InformBeforeDisclosure: true, Long("Keep it <secret>."))),
        ],
    };
}

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Verifying;
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

        var issued = IssueTraceReport.Decide(Command, facts, 7, Now).Value;

        Assert.Equal(new TraceReportIssued(Command.TraceRequestId, 7, ReportLanguage.Fr, Command.Purpose, facts), issued);
    }

    [Fact]
    public void A_trace_that_was_not_searched_is_not_reported()
    {
        Assert.True(IssueTraceReport.Decide(Command, ReportCase.Facts() with { Search = null }, 2, Now).Refused(out var refusal, out _));
        Assert.Equal("trace-not-searched", refusal!.Name);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void What_was_lent_until_a_time_is_not_reported_after_it(int secondsLeft, bool refused)
    {
        var facts = ReportCase.Facts() with { Lent = [Lent(Now.AddSeconds(secondsLeft))] };

        Assert.Equal(refused, IssueTraceReport.Decide(Command, facts, 7, Now).Refused(out var refusal, out _));
        Assert.Equal(refused ? "disclosure-after-expiry" : null, refusal?.Name);
    }

    [Fact]
    public void A_report_is_valid_until_a_later_one_takes_its_place()
    {
        var report = new TraceReport();
        report.Apply(new Event<TraceReportIssued>(IssueTraceReport.Decide(Command, ReportCase.Facts(), 7, Now).Value) { Timestamp = Now, UserName = "officer" });

        Assert.Equal(Verification.Valid, VerifyTraceReport.Decide(report));
        Assert.Equal((Now, "officer", ReportLanguage.Fr, 7), (report.IssuedAt, report.IssuedBy, report.Language, report.TraceVersion));

        report.Apply(new TraceReportSuperseded(Guid.CreateVersion7()));

        Assert.Equal(Verification.Superseded, VerifyTraceReport.Decide(report));
        Assert.Equal(Verification.NotValid, VerifyTraceReport.Decide(null));
    }

    [Fact]
    public void What_another_State_asks_for_its_information_stands_on_the_report()
    {
        var page = ReportCase.Page(ReportCase.Facts() with { Lent = [Lent(Now.AddYears(1))] });

        Assert.All(["Handling restrictions", "Portugal (", "court proceedings", "only with the provider’s consent", "2 January 2027", "Keep it &lt;secret&gt;."],
            fact => Assert.Contains(fact, page, StringComparison.Ordinal));
        Assert.Contains("No restriction of another State is on record.", ReportCase.Page(ReportCase.Facts()), StringComparison.Ordinal);
    }

    private static ReceivedDatum Lent(DateTimeOffset until) => new(Guid.CreateVersion7(), CountryCode.Parse("PRT").GetOrThrow(),
        new HandlingRestriction([DisclosurePurpose.CourtProceedings], ThirdPartyRule.WithConsent, until, InformBeforeDisclosure: true, Long("Keep it <secret>.")));
}

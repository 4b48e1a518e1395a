using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Vintages;
using FirearmsRegistry.Registry.Vintages.Drafting;
using FirearmsRegistry.Registry.Vintages.Publishing;
using FirearmsRegistry.Registry.Vintages.Reproducing;
using FirearmsRegistry.Registry.Vintages.Reviewing;
using FirearmsRegistry.Registry.Vintages.Withdrawing;
using static FirearmsRegistry.Registry.Tests.Vintages.VintageCase;

namespace FirearmsRegistry.Registry.Tests.Vintages;

public sealed class VintageDecisionTests
{
    public static TheoryData<VintageState> States => [.. Enum.GetValues<VintageState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Only_a_draft_is_reviewed_only_a_reviewed_one_published_and_only_what_is_not_published_withdrawn(VintageState state)
    {
        var vintage = At(state);

        Assert.Equal(state == VintageState.Draft, Taken(ReviewVintage.Decide(vintage, new ReviewVintage(Id, Words), Reviewer)));
        Assert.Equal(state == VintageState.Reviewed, Taken(Publish(vintage)));
        Assert.Equal(state is VintageState.Draft or VintageState.Reviewed, Taken(WithdrawVintage.Decide(vintage, new WithdrawVintage(Id, Words))));

        static bool Taken<T>(Result<T> result)
        {
            Assert.True(result.Refusal is null or { Name: VintageErrors.InAnotherStateName, Kind: RefusalKind.Conflict });
            return result.Refusal is null;
        }
    }

    [Fact]
    public void Whoever_drafted_it_does_not_review_it() => Assert.Equal(VintageErrors.ReviewerDrafted,
        ReviewVintage.Decide(At(VintageState.Draft), new ReviewVintage(Id, Words), Drafter).Refusal);

    [Fact]
    public void Another_record_s_stream_is_no_vintage()
    {
        Assert.Equal(RefusalKind.NotFound, ReviewVintage.Decide(new Vintage(), new ReviewVintage(Id, Words), Reviewer).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, WithdrawVintage.Decide(new Vintage(), new WithdrawVintage(Id, Words)).Refusal!.Kind);
    }

    [Fact]
    public void A_draft_is_of_years_in_their_order_and_of_what_has_settled()
    {
        var subject = DraftVintage.Decide(new DraftVintage(Id, Label, [2021, 2020], null), false, "1.22", Now.AddTicks(7)).Value;

        Assert.Equal([2020, 2021], subject.Years);
        Assert.Equal((Now.AddSeconds(-30), "1.22"), (subject.KnownAt, subject.StructureVersion));
        Assert.Equal(Now.AddDays(-9), DraftVintage.Decide(new DraftVintage(Id, Label, [2020], Now.AddDays(-9).ToOffset(TimeSpan.FromHours(2))), false, "1.22", Now).Value.KnownAt);
    }

    [Theory]
    [InlineData("/years", new int[0])]
    [InlineData("/years", new[] { 2020, 2020 })]
    [InlineData("/years/1", new[] { 2020, 99 })]
    [InlineData("/years/0", new[] { 1989, 2020 })]
    [InlineData("/years/1", new[] { 2020, 2101 })]
    public void Years_that_are_none_or_no_years_are_refused_at_their_place(string pointer, int[] years) =>
        Assert.Equal(pointer, Assert.Single(Draft(years, null).Refusal!.Errors).Pointer);

    [Fact]
    public void What_may_still_change_is_no_moment_and_a_label_is_given_once()
    {
        Assert.Equal("/knownAt", Assert.Single(Draft([2020], Now.AddSeconds(-29)).Refusal!.Errors).Pointer);
        Assert.Null(Draft([2020], Now.AddSeconds(-30)).Refusal);
        Assert.Equal(VintageErrors.LabelTakenName, DraftVintage.Decide(new DraftVintage(Id, Label, [2020], null), true, "1.22", Now).Refusal!.Name);
    }

    [Fact]
    public void A_finding_needs_its_own_reason_and_is_frozen_with_it()
    {
        var vintage = At(VintageState.Reviewed, null, null, 2020, 2021);
        YearFinding[] findings = [Finding(2020, "5.1 line 1"), Finding(2021, "5.1 line 1")];

        var without = Publish(vintage, findings, Reason(2020, "detail_against_total/5.1 line 1"));
        var with = Publish(vintage, findings, Reason(2020, "detail_against_total/5.1 line 1"), Reason(2021, "detail_against_total/5.1 line 1"));

        Assert.Equal(VintageErrors.WithoutReasonName, without.Refusal!.Name);
        Assert.StartsWith("2021, ", Assert.Single(without.Refusal.Errors).Rule, StringComparison.Ordinal);
        Assert.Equal([2020, 2021], with.Value.Frozen.Content.Findings.Select(finding => finding.Year));
        Assert.NotEqual(vintage.DraftDigest, with.Value.Frozen.Digest);
    }

    [Fact]
    public void A_reason_for_what_was_not_found_and_two_for_one_finding_are_refused()
    {
        var reason = Reason(2020, "detail_against_total/5.1 line 1");

        Assert.Equal("/reasons/0/finding", Assert.Single(Publish(At(VintageState.Reviewed), [], reason).Refusal!.Errors).Pointer);
        Assert.Equal("/reasons", Assert.Single(Publish(At(VintageState.Reviewed), [Finding(2020, "5.1 line 1")], reason, reason).Refusal!.Errors).Pointer);
    }


    [Fact]
    public void What_the_facts_do_not_give_again_is_not_published() => Assert.Equal(VintageErrors.NotReproduced,
        PublishVintage.Decide(At(VintageState.Reviewed), new PublishVintage(Id, []), Says(), Frozen([2020], 2), [], [], Metadata).Refusal);

    [Fact]
    public void A_reproduction_takes_the_findings_as_kept_and_names_the_figures_that_differ()
    {
        var kept = FrozenVintage.Freeze(Says().Content with { Findings = [new(2020, Finding(2020, "5.1 line 1").Finding, "So be it.")] }).GetOrThrow();

        Assert.True(Reproduction.Of(kept, Says(), null).Equal);
        var otherwise = Reproduction.Of(kept, Frozen([2020], 2), null);
        Assert.False(otherwise.Equal);
        Assert.Equal([Figure(2020, 3).Key], otherwise.Figures);
    }

    [Fact]
    public void What_the_State_says_of_its_figures_is_frozen_with_them_and_stays_what_it_was()
    {
        var frozen = PublishVintage.Decide(At(VintageState.Reviewed), new PublishVintage(Id, []), Says(), Says(), [], [], Metadata).Value.Frozen;

        var read = FrozenVintage.Read(frozen.CanonicalBytes);

        Assert.Equal(Metadata.Concepts["CONTACT_ORGANISATION"], read.Content.Metadata!.Concepts["CONTACT_ORGANISATION"]);
        Assert.NotEqual(Says().Digest, frozen.Digest);
        Assert.True(Reproduction.Of(frozen, Says(), null).Equal);
        Assert.DoesNotContain("metadata\":", System.Text.Encoding.UTF8.GetString(Says().CanonicalBytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ESP-2020-1", true)]
    [InlineData("A", true)]
    [InlineData("", false)]
    [InlineData("-2020", false)]
    [InlineData("2020/1", false)]
    [InlineData("12345678901234567890123456789012345678901", false)]
    public void A_label_can_stand_in_an_address(string text, bool taken) => Assert.Equal(taken, VintageLabel.Parse(text).IsOk);

    private static Result<Registry.Vintages.Freezing.VintageSubject> Draft(int[] years, DateTimeOffset? knownAt) =>
        DraftVintage.Decide(new DraftVintage(Id, Label, years, knownAt), false, "1.22", Now);

    private static Result<Publication> Publish(Vintage vintage, YearFinding[]? findings = null, params FindingReason[] reasons)
    {
        var says = Says([.. vintage.Years]);
        return PublishVintage.Decide(vintage, new PublishVintage(Id, reasons), says, says, findings ?? [], [], Metadata);
    }
}

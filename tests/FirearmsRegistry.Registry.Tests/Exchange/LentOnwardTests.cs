using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Clarifying;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Submitting;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FirearmsRegistry.Registry.Tests.Exchange;

/// <summary>What was lent on terms is lent on upon no freer ones.</summary>
public sealed class LentOnwardTests
{
    private static readonly DateTimeOffset Now = BorderCase.Now;

    [Fact]
    public void The_strictest_of_all_restrictions_goes_with_the_information()
    {
        var own = new HandlingRestriction([DisclosurePurpose.Tracing, DisclosurePurpose.Statistics], ThirdPartyRule.Free, Now.AddDays(9), false, Text("Ours."));
        var lent = new HandlingRestriction([DisclosurePurpose.Tracing, DisclosurePurpose.CourtProceedings], ThirdPartyRule.WithConsent, Now.AddDays(3), true, Text("Theirs."));

        var onward = LentOnward.Restriction(own, Lent(lent, null), DisclosurePurpose.Tracing)!;

        Assert.Equal([DisclosurePurpose.Tracing], onward.Purposes!);
        Assert.Equal((ThirdPartyRule.WithConsent, Now.AddDays(3), true, "Ours.\nTheirs."),
            (onward.ThirdParties, onward.ExpiresAt, onward.InformBeforeDisclosure, onward.Text.ToString()));
    }

    [Fact]
    public void Nobody_s_restriction_is_none_and_one_is_itself()
    {
        var one = new HandlingRestriction(null, ThirdPartyRule.Never, null, false);

        Assert.Null(LentOnward.Restriction(null, Lent((HandlingRestriction?)null), DisclosurePurpose.Tracing));
        Assert.Same(one, LentOnward.Restriction(null, Lent(one), DisclosurePurpose.Tracing));
        Assert.Same(one, LentOnward.Restriction(one, LentInformation.None, DisclosurePurpose.Tracing));
    }

    [Property(MaxTest = 500)]
    public Property No_part_of_it_is_freer_than_any_lender_has_it() => Prop.ForAll(Restrictions().ToArbitrary(), all =>
    {
        var onward = LentOnward.Restriction(all[0], Lent([.. all.Skip(1)]), DisclosurePurpose.Tracing)!;
        return all.All(one => onward.ThirdParties >= one.ThirdParties && !(onward.ExpiresAt > one.ExpiresAt) && (one.ExpiresAt is null || onward.ExpiresAt is not null)
            && (onward.InformBeforeDisclosure || !one.InformBeforeDisclosure)
            && (one.Purposes is null || (onward.Purposes is not null && onward.Purposes.All(purpose => one.Purposes.Contains(purpose)))));
    });

    [Fact]
    public void It_goes_with_a_request_to_a_further_State_with_what_that_one_asks_and_with_an_answer()
    {
        var lent = Lent(new HandlingRestriction(null, ThirdPartyRule.Free, Now.AddDays(3), false));
        var draft = BorderCase.In(TraceKind.Outbound, TraceRequestState.Draft);
        var submitted = SubmitOutboundTrace.Decide(
            new SubmitOutboundTrace(draft.Id, Guid.CreateVersion7(), ExchangeWay.Document, null, null), draft, BorderCase.Partner, lent, Now).Value;
        var inbound = BorderCase.After(BorderCase.In(TraceKind.Inbound, TraceRequestState.InProgress), TraceAct.ProposeAnswer);
        var answered = ApproveAnswer.Decide(new ApproveAnswer(inbound.Id, inbound.Abroad!.Proposal!.ProposalId, Guid.CreateVersion7(), Guid.CreateVersion7()),
            inbound, BorderCase.Partner, lent, Now).Value;

        var asked = BorderCase.In(TraceKind.Outbound, TraceRequestState.InfoRequested);
        var given = GiveInformation.Decide(
            new GiveInformation(asked.Id, Text("As Portugal told."), null, Guid.CreateVersion7()), asked, BorderCase.Partner, lent, Now).Value;

        Assert.Equal(lent.Data[0].Restriction, given.OfType<MoreInformationGiven>().Single().Restriction);
        Assert.Equal(lent.Sources, given.OfType<TraceDataDisclosed>().Single().Sources);
        Assert.Equal("disclosure-after-expiry", GiveInformation.Decide(
            new GiveInformation(asked.Id, Text("Late."), null, Guid.CreateVersion7()), asked, BorderCase.Partner, lent, Now.AddDays(3)).Refusal!.Name);
        Assert.Null(GiveInformation.Decide(
            new GiveInformation(asked.Id, Text("Ours."), null, Guid.CreateVersion7(), []), asked, BorderCase.Partner, lent, Now.AddDays(3)).Refusal);
        Assert.Equal(lent.Data[0].Restriction, submitted.OfType<OutboundTraceSubmitted>().Single().Restriction);
        Assert.Equal(lent.Data[0].Restriction, answered.OfType<InboundTraceAnswered>().Single().Restriction);
    }

    [Fact]
    public void A_question_to_the_State_that_asks_is_a_disclosure_on_the_lenders_terms_and_one_of_that_State_is_lent_on_its_own()
    {
        var lent = Lent(new HandlingRestriction(null, ThirdPartyRule.Free, Now.AddDays(3), false));
        var inbound = BorderCase.In(TraceKind.Inbound, TraceRequestState.InProgress);

        var asked = Ask(inbound, lent, Now).Value;
        Assert.Equal(lent.Data[0].Restriction, asked.OfType<MoreInformationAsked>().Single().Restriction);
        Assert.Equal(lent.Sources, asked.OfType<TraceDataDisclosed>().Single().Sources);
        Assert.Equal("disclosure-after-expiry", Ask(inbound, lent, Now.AddDays(3)).Refusal!.Name);
        Assert.Null(Ask(inbound, lent, Now.AddDays(3), sources: []).Refusal);

        var own = new HandlingRestriction([DisclosurePurpose.Tracing], ThirdPartyRule.Never, null, false);
        var outbound = BorderCase.In(TraceKind.Outbound, TraceRequestState.Acknowledged);
        var received = Ask(outbound, LentInformation.None, Now, restriction: own).Value;
        Assert.Empty(received.OfType<TraceDataDisclosed>());
        Assert.Equal(own, BorderCase.Fold(outbound, received).Abroad!.Received.Single().Restriction);
        Assert.Equal("invalid-input", Ask(BorderCase.In(TraceKind.Outbound, TraceRequestState.Acknowledged), LentInformation.None, Now,
            restriction: own with { Purposes = [] }).Refusal!.Name);
    }

    private static Result<IReadOnlyList<object>> Ask(
        TraceRequest request, LentInformation lent, DateTimeOffset now, IReadOnlyList<Guid>? sources = null, HandlingRestriction? restriction = null) =>
        AskInformation.Decide(new AskInformation(request.Id, Guid.CreateVersion7(), Text("Which barrel?"), Guid.CreateVersion7(), sources, restriction),
            request, BorderCase.Partner, lent, now);

    private static Gen<HandlingRestriction[]> Restrictions() =>
        from count in Gen.Choose(2, 4)
        from all in Gen.ArrayOf(One(), count)
        select all;

    private static Gen<HandlingRestriction> One() =>
        from limited in Gen.Elements(true, false)
        from purposes in Gen.SubListOf(Enum.GetValues<DisclosurePurpose>())
        from rule in Gen.Elements(Enum.GetValues<ThirdPartyRule>())
        from days in Gen.Choose(0, 5)
        from inform in Gen.Elements(true, false)
        select new HandlingRestriction(limited ? [.. purposes.Append(DisclosurePurpose.Tracing).Distinct()] : null, rule, days == 0 ? null : Now.AddDays(days), inform);

    private static LentInformation Lent(params HandlingRestriction?[] restrictions) => LentInformation.None with
    {
        Data = [.. restrictions.Select(one => new ReceivedDatum(Guid.CreateVersion7(), CountryCode.Parse("PRT").GetOrThrow(), one))],
    };

    private static Note Text(string text) => Note.Parse(text).GetOrThrow();
}

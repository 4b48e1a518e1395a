using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Disclosing.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Submitting;
using static FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders.BorderCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;

/// <summary>The decisions by which information leaves: a request that goes on, an answer, and whatever else is logged.</summary>
public sealed class WaysOutTests
{
    private static readonly Guid Source = Guid.CreateVersion7();

    public static TheoryData<string> Ways => ["request", "answer", "disclosure"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_way_leads_out_after_the_expiry(string way)
    {
        Assert.Equal("disclosure-after-expiry", Leave(way, Lent(Now), null).Refusal!.Name);
        Assert.Null(Leave(way, Lent(Now.AddTicks(1)), null).Refusal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_left_out_does_not_bind_and_what_never_came_cannot_be_named(string way)
    {
        Assert.Null(Leave(way, Lent(Now), []).Refusal);
        Assert.Equal("unknown-disclosure-source", Leave(way, Lent(Now), [Guid.CreateVersion7()]).Refusal!.Name);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_leaves_is_logged_with_its_sources(string way)
    {
        var disclosed = Leave(way, Lent(Now.AddDays(1)), null).Value.OfType<TraceDataDisclosed>().Single();

        Assert.Equal([Source], disclosed.Sources);
        Assert.NotEmpty(disclosed.Disclosure.Categories);
    }

    private static Result<IReadOnlyList<object>> Leave(string way, LentInformation lent, IReadOnlyList<Guid>? sources)
    {
        switch (way)
        {
            case "request":
                return SubmitOutboundTrace.Decide(new SubmitOutboundTrace(OutboundId, Guid.CreateVersion7(), ExchangeWay.ByHand, null, sources), Draft(),
                    Partner, lent, Now);
            case "answer":
                var request = In(TraceKind.Inbound, TraceRequestState.InProgress);
                Fold(request, ProposeAnswer.Decide(
                    new ProposeAnswer(request.Id, Guid.CreateVersion7(), Answer(TraceAnswerKind.Answered), null, sources), request).Value);
                return ApproveAnswer.Decide(new ApproveAnswer(request.Id, request.Abroad!.Proposal!.ProposalId, Guid.CreateVersion7(),
                    Guid.CreateVersion7()), request, Partner, lent, Now);
            default:
                var own = new DisclosureRecipient(RecipientKind.OwnAuthority, TraceCase.Short("Court"));
                return RecordDisclosure.Decide(new RecordDisclosure(OutboundId, Guid.CreateVersion7(),
                    new Disclosure(own, DisclosurePurpose.CourtProceedings, [DataCategory.Chain], DisclosureForm.Report), sources), lent, Now)
                    .Map<IReadOnlyList<object>>(disclosed => [disclosed]);
        }
    }

    private static LentInformation Lent(DateTimeOffset until) =>
        new([new ReceivedDatum(Source, Portugal, new HandlingRestriction(null, ThirdPartyRule.Free, until, false))], [], []);
}

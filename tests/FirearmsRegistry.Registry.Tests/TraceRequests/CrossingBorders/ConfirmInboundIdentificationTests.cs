using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Confirming;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;

public sealed class ConfirmInboundIdentificationTests
{
    private static readonly ConfirmIdentification Command = new(BorderCase.InboundId, Arm, Long("The barrel agrees."), Long("Frame and barrel."));

    private static readonly ArmIdentification Lead = new(IdentificationBasis.DamagedMark, 1, null);

    private static readonly Chain Traced = ChainBuilder.Build(Register(Registered()), IntakeOn);

    [Fact]
    public void What_a_person_confirms_for_another_State_gives_the_chain_and_a_person_s_proposal_and_discloses_nothing()
    {
        var request = Searched(Lead);

        var events = Decide(request).Value;

        Assert.Equal([typeof(TraceIdentificationConfirmed), typeof(TraceChainBuilt), typeof(InboundAnswerProposed)], events.Select(data => data.GetType()));
        var proposal = Assert.Single(events.OfType<InboundAnswerProposed>());
        Assert.Equal((TraceAnswerKind.Answered, TraceFinding.Positive, TraceOutcome.TracedToHolder, false),
            (proposal.Answer.Kind, proposal.Answer.Finding, proposal.Answer.Facts!.Outcome, proposal.Automatically));
        Assert.Null(proposal.Answer.Facts.Holder);
        BorderCase.Fold(request, events);
        Assert.Equal((Arm, TraceRequestState.InProgress, proposal), (request.FirearmId, request.State, request.Abroad!.Proposal));
    }

    [Theory]
    [InlineData(IdentificationBasis.ExactKey)]
    [InlineData(IdentificationBasis.NothingFits)]
    [InlineData(IdentificationBasis.FoldedKey)]
    public void A_search_for_further_information_leaves_what_a_person_confirmed(IdentificationBasis basis)
    {
        var request = Searched(Lead);
        BorderCase.Fold(request, Decide(request).Value);
        BorderCase.After(BorderCase.After(request, TraceAct.AskInformation), TraceAct.GiveInformation);
        var other = basis == IdentificationBasis.ExactKey ? Guid.CreateVersion7() : (Guid?)null;
        var proposal = request.Abroad!.Proposal;

        var events = SearchInbound.Decide(request, Guid.CreateVersion7(), new ArmIdentification(basis, 1, other), other is null ? null : Traced,
            HolderStanding.Unknown);

        Assert.Equal([typeof(TraceSearched), typeof(TraceWorkBegun)], events.Select(data => data.GetType()));
        BorderCase.Fold(request, events);
        Assert.Equal((Arm, proposal), (request.FirearmId, request.Abroad!.Proposal));
    }

    [Fact]
    public void A_request_not_yet_searched_is_refused() => Refused("trace-not-searched", BorderCase.Received());

    [Fact]
    public void A_request_that_leads_to_an_arm_already_is_refused() =>
        Refused("trace-identified", Searched(new ArmIdentification(IdentificationBasis.ExactKey, 1, Arm)));

    [Theory]
    [InlineData(TraceRequestState.Closed, "trace-ended")]
    [InlineData(TraceRequestState.Withdrawn, "trace-withdrawn")]
    public void A_request_that_has_ended_is_refused(TraceRequestState state, string name) => Refused(name, BorderCase.In(TraceKind.Inbound, state));

    [Fact]
    public void A_request_to_another_State_is_refused() =>
        Refused("trace-act-not-allowed", BorderCase.In(TraceKind.Outbound, TraceRequestState.Submitted));

    private static void Refused(string name, TraceRequest request)
    {
        Assert.True(Decide(request).Refused(out var refusal, out _));
        Assert.Equal(name, refusal!.Name);
    }

    private static Registry.Shared.Refusing.Result<IReadOnlyList<object>> Decide(TraceRequest request) =>
        ConfirmInboundIdentification.Decide(Command, request, Guid.CreateVersion7(), Traced, HolderStanding.Unknown);

    private static TraceRequest Searched(ArmIdentification identified)
    {
        var request = BorderCase.Received();
        return BorderCase.Fold(request, SearchInbound.Decide(request, Guid.CreateVersion7(), identified,
            identified.FirearmId is null ? null : Traced, HolderStanding.Unknown));
    }
}

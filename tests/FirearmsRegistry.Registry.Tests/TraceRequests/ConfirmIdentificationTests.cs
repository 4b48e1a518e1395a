using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Confirming;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

public sealed class ConfirmIdentificationTests
{
    private static readonly ConfirmIdentification Command = new(Guid.CreateVersion7(), Arm, Long("The import mark agrees."), Long("Frame and barrel."));

    [Fact]
    public void What_a_person_confirms_gives_the_chain_the_outcome_and_the_item_its_arm()
    {
        var item = Item(certainty: ReadingCertainty.Doubtful);
        var request = Filed(item);
        Search(request, item, [], identified: new ArmIdentification(IdentificationBasis.NothingToSearchBy, 0, null));
        var decision = ConfirmIdentification.Decide(Command, request, item, ChainOf(item), HolderStanding.Unknown, [], DueAt).Value;
        Assert.Equal(new TraceIdentificationConfirmed(Arm, Command.Reason, Command.Compared), decision.OfRequest[0]);
        Assert.IsType<TraceChainBuilt>(decision.OfRequest[1]);
        Assert.Equal(TraceOutcome.TracedToHolder, Assert.Single(decision.OfRequest.OfType<TraceOutcomeDecided>()).Outcome);
        var identified = Assert.Single(decision.OfItem.OfType<SeizedItemIdentified>());
        Assert.Equal((Arm, IdentifiedBy.Other), (identified.FirearmId, identified.How));
        Assert.Null(request.FirearmId);
        Assert.Equal(Arm, Fold(request, item, decision).FirearmId);
    }

    [Fact]
    public void A_request_that_was_not_searched_is_refused()
    {
        var item = Item();
        Refused("trace-not-searched", Filed(item), item);
    }

    [Fact]
    public void A_request_that_leads_to_an_arm_already_is_refused()
    {
        var item = Item();
        var request = Filed(item);
        Search(request, item, Register(Registered()));
        Refused("trace-identified", request, item);
    }

    private static void Refused(string name, TraceRequest request, SeizedItem item)
    {
        Assert.True(ConfirmIdentification.Decide(Command, request, item, ChainOf(item), HolderStanding.Unknown, [], DueAt).Refused(out var refusal, out _));
        Assert.Equal(name, refusal!.Name);
    }

    private static Chain ChainOf(SeizedItem item) => ChainBuilder.Build(Register(Registered()), item.Circumstances.IntakeOn);
}

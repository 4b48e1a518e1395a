using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;

public sealed class SearchInboundTests
{
    [Theory]
    [InlineData(IdentificationBasis.NothingFits, true)]
    [InlineData(IdentificationBasis.NothingToSearchBy, true)]
    [InlineData(IdentificationBasis.SeveralFit, false)]
    [InlineData(IdentificationBasis.FoldedKey, false)]
    [InlineData(IdentificationBasis.DamagedMark, false)]
    public void Nothing_is_proposed_to_another_State_where_only_leads_were_found(IdentificationBasis basis, bool proposed)
    {
        var request = BorderCase.Received();
        var events = SearchInbound.Decide(request, Guid.CreateVersion7(), new ArmIdentification(basis, 1, null), null, HolderStanding.Unknown);
        Assert.Contains(events, happened => happened is TraceSearched searched && searched.Basis == basis);
        Assert.Contains(events, happened => happened is TraceWorkBegun);
        Assert.Equal(proposed, events.OfType<InboundAnswerProposed>().Any());
    }

    [Theory]
    [InlineData(IdentificationBasis.NothingToSearchBy)]
    [InlineData(IdentificationBasis.NothingFits)]
    public void Nothing_is_proposed_before_a_person_has_compared_worn_marks_with_the_candidates(IdentificationBasis basis) =>
        Assert.Empty(SearchInbound.Decide(BorderCase.Received(), Guid.CreateVersion7(), new ArmIdentification(basis, 0, null, MarksLeftOpen: true), null,
            HolderStanding.Unknown).OfType<InboundAnswerProposed>());
}

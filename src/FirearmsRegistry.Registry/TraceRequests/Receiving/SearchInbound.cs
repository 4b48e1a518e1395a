using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Receiving;

/// <summary>
/// What the search for another State leads to: an answer is proposed, and nothing is disclosed. The proposal names no person; a human adds
/// the holder where that may be told. Where there are only leads, or worn marks that cannot be looked up, nothing is proposed: a human compares with
/// the candidates, and confirms one or proposes. What a human confirmed, and
/// what was proposed upon it, a search for further information leaves as it is.
/// </summary>
public static class SearchInbound
{
    /// <summary>Decides it; nothing where the request was searched, withdrawn or answered already.</summary>
    /// <param name="request">The request.</param>
    /// <param name="proposalId">The id of the proposal.</param>
    /// <param name="identified">Which registered arm it is.</param>
    /// <param name="chain">That arm's chain.</param>
    /// <param name="holder">What is known of its last holder.</param>
    public static IReadOnlyList<object> Decide(
        TraceRequest request, Guid proposalId, ArmIdentification identified, Chain? chain, HolderStanding holder)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(identified);
        if (TraceActs.Refuse(request, TraceAct.Search) is not null)
            return [];
        var events = new List<object> { new TraceSearched(identified.Basis, identified.Candidates, identified.FirearmId) };
        if (chain is not null && !request.IsConfirmed)
            events.Add(new TraceChainBuilt(chain));
        events.Add(new TraceWorkBegun());
        if (!identified.AwaitsPerson && !request.IsConfirmed)
            events.Add(Proposal(request, proposalId, identified, chain, holder, automatically: true));
        return events;
    }

    /// <summary>The proposal of what an identification tells; it names no person.</summary>
    internal static InboundAnswerProposed Proposal(
        TraceRequest request, Guid proposalId, ArmIdentification identified, Chain? chain, HolderStanding holder, bool automatically) =>
        new(proposalId, AnswerOf(request.Abroad!.Content.Arm, identified, chain, holder), null, [], automatically);

    private static TraceAnswerContent AnswerOf(AskedArm arm, ArmIdentification identified, Chain? chain, HolderStanding holder)
    {
        var last = chain?.LastLegalRecord;
        return new TraceAnswerContent(TraceAnswerKind.Answered,
            last is null ? TraceFinding.Negative : TraceFinding.Positive,
            Facts: new AnswerFacts(TraceOutcomes.OfSearch(arm, identified, chain, holder),
                [.. chain?.Hops.Select(hop => new AnswerHop(hop.Kind, hop.OccurredOn, hop.OtherCountry)) ?? []], last?.ExportedTo));
    }
}

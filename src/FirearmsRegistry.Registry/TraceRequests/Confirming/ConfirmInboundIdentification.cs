using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Confirming;

/// <summary>What <see cref="ConfirmIdentification"/> means for another State's request, whose arm is no item of this register's.</summary>
public static class ConfirmInboundIdentification
{
    /// <summary>
    /// Decides it: the chain is built and an answer proposed as if the search had found the arm, but as a person's proposal. Nothing is disclosed:
    /// that takes an approval.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="request">The request.</param>
    /// <param name="proposalId">The id of the proposal.</param>
    /// <param name="chain">The arm's chain.</param>
    /// <param name="holder">What is known of its last holder.</param>
    public static Result<IReadOnlyList<object>> Decide(
        ConfirmIdentification command, TraceRequest request, Guid proposalId, Chain chain, HolderStanding holder)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        if (TraceActs.Refuse(request, TraceAct.ProposeAnswer) is { } refusal)
            return refusal;
        if (!request.Searched)
            return TraceRequestErrors.NotSearched;
        if (request.FirearmId is not null)
            return TraceRequestErrors.Identified;
        var identified = new ArmIdentification(IdentificationBasis.ConfirmedByPerson, 1, command.FirearmId);
        return Result.Of<IReadOnlyList<object>>(
        [
            new TraceIdentificationConfirmed(command.FirearmId, command.Reason, command.Compared, command.Photo), new TraceChainBuilt(chain),
            SearchInbound.Proposal(request, proposalId, identified, chain, holder, automatically: false),
        ]);
    }
}

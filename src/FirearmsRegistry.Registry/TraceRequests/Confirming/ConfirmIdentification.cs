using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Confirming;

/// <summary>Say as a person, after comparing, which registered arm the item of a searched request is.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="FirearmId">The registered arm.</param>
/// <param name="Reason">Why it is that arm and no other candidate.</param>
/// <param name="Compared">What was compared: marks, parts, pictures.</param>
/// <param name="Photo">The photograph that was compared.</param>
public sealed record ConfirmIdentification(Guid TraceRequestId, Guid FirearmId, Note Reason, Note Compared, PhotoHash? Photo = null)
{
    /// <summary>
    /// Decides what the identification means: the chain and the outcome follow as if the search had found the arm. A request that ended
    /// without one takes it as later knowledge and asks no other State.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="request">The request.</param>
    /// <param name="item">Its item.</param>
    /// <param name="chain">The arm's chain.</param>
    /// <param name="holder">What is known of its last holder.</param>
    /// <param name="reports">The other items that count as reports of that arm.</param>
    /// <param name="answerDueAt">When another State's answer would be due.</param>
    public static Result<TraceDecision> Decide(
        ConfirmIdentification command, TraceRequest request, SeizedItem item, Chain chain, HolderStanding holder,
        IReadOnlyList<SeizedItem> reports, DateTimeOffset answerDueAt)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(chain);
        if (request.State == TraceRequestState.Withdrawn)
            return TraceRequestErrors.Withdrawn;
        if (!request.Searched)
            return TraceRequestErrors.NotSearched;
        if (request.Chain is not null)
            return TraceRequestErrors.Identified;
        var events = new List<object>
        {
            new TraceIdentificationConfirmed(command.FirearmId, command.Reason, command.Compared, command.Photo), new TraceChainBuilt(chain),
        };
        var onward = request.HasEnded ? null : chain.LastLegalRecord?.ExportedTo;
        if (onward is { } country)
            events.Add(new OnwardRequestRecorded(country, answerDueAt));
        var identified = new ArmIdentification(IdentificationBasis.ConfirmedByPerson, 1, command.FirearmId);
        var facts = TraceFacts.From(item, chain, holder);
        return TraceDecision.Conclude(request, item, events, onward is null ? TraceRequestState.Answered : TraceRequestState.InProgress,
            TraceOutcomes.OfSearch(item, identified, chain, holder), known => facts.Learn(known, onward is not null),
            ItemIdentification.Decide(request.Id, item, identified, chain, reports));
    }
}

using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;

/// <summary>Propose what is to be answered to another State, in place of what was proposed before. Nothing is disclosed by it.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="ProposalId">The new proposal's id.</param>
/// <param name="Answer">What would be answered.</param>
/// <param name="Restriction">What this State would ask for its information.</param>
/// <param name="Sources">The answers of further States whose information it holds; null where it may hold that of all of them.</param>
public sealed record ProposeAnswer(
    Guid TraceRequestId, Guid ProposalId, TraceAnswerContent Answer, HandlingRestriction? Restriction, IReadOnlyList<Guid>? Sources)
{
    /// <summary>Decides whether it is an answer at all.</summary>
    public static Result<IReadOnlyList<object>> Decide(ProposeAnswer command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (TraceActs.Refuse(request, TraceAct.ProposeAnswer) is { } refusal)
            return refusal;
        if (AnswerRules.Faults(command.Answer, "/answer") is { Count: > 0 } faults)
            return TraceRequestErrors.AnswerIncomplete(faults);
        if (DisclosureRules.Restriction(command.Restriction) is { } unreadable)
            return unreadable;
        return Result.Of<IReadOnlyList<object>>(
            [new InboundAnswerProposed(command.ProposalId, command.Answer, command.Restriction, command.Sources, Automatically: false)]);
    }
}

/// <summary>Approve the proposed answer: what it tells may leave the registry.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="ProposalId">The proposal that was seen; another one that came in between is not approved with it.</param>
/// <param name="AnswerId">The new answer's id.</param>
/// <param name="DisclosureId">The id under which the disclosure is logged.</param>
public sealed record ApproveAnswer(Guid TraceRequestId, Guid ProposalId, Guid AnswerId, Guid DisclosureId)
{
    /// <summary>Decides whether it may leave.</summary>
    /// <param name="command">The command.</param>
    /// <param name="request">The request.</param>
    /// <param name="partner">The national point of contact that asked.</param>
    /// <param name="lent">The information of further States that the answer may hold.</param>
    /// <param name="now">When.</param>
    public static Result<IReadOnlyList<object>> Decide(
        ApproveAnswer command, TraceRequest request, Partner partner, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(lent);
        if (TraceActs.Refuse(request, TraceAct.ApproveAnswer) is { } refusal)
            return refusal;
        if (request.Abroad!.Proposal is not { } proposal || proposal.ProposalId != command.ProposalId)
            return TraceRequestErrors.NotProposed;
        if (LentInformationReader.Unknown(proposal.Sources, lent) is { } unknown)
            return unknown;
        var used = lent.Only(proposal.Sources);
        return DisclosureRule.Refuse(DisclosureOf(proposal.Answer, request, partner), used, now) is { } restricted
            ? restricted
            : Result.Of(Answered(command, proposal, request, partner, used, now, null));
    }

    /// <summary>What happens once an answer was approved, by a human or by a rule that both sides signed.</summary>
    internal static IReadOnlyList<object> Answered(
        ApproveAnswer command, InboundAnswerProposed proposal, TraceRequest request, Partner partner, LentInformation used, DateTimeOffset now,
        AutomaticAnswers? agreement) =>
    [
        new InboundTraceAnswered(command.AnswerId, proposal.ProposalId, proposal.Answer,
            LentOnward.Restriction(proposal.Restriction, used, DisclosurePurpose.Tracing), agreement?.Reference),
        new TraceDataDisclosed(command.DisclosureId, DisclosureOf(proposal.Answer, request, partner), used.Sources),
        .. TraceClock.Of(partner, request.Priority).AfterAnswer(request, proposal.Answer, now),
    ];

    private static Disclosure DisclosureOf(TraceAnswerContent answer, TraceRequest request, Partner partner)
    {
        var categories = new List<DataCategory> { DataCategory.Outcome };
        if (answer.Facts is { Hops.Count: > 0 })
            categories.Add(DataCategory.Chain);
        if (answer.Facts is { Holder: not null })
            categories.Add(DataCategory.Holder);
        return new Disclosure(new DisclosureRecipient(RecipientKind.OtherState, partner.Authority, partner.Country), DisclosurePurpose.Tracing,
            categories, DisclosureForm.Answer, request.Abroad!.PartnerReference);
    }
}

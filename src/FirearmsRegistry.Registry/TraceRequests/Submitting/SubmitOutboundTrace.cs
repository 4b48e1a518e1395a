using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Submitting;

/// <summary>Send a draft to the other State.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="DisclosureId">The id under which the disclosure of what it says is logged.</param>
/// <param name="Way">How it goes.</param>
/// <param name="Reference">The letter with which it goes.</param>
/// <param name="Sources">The answers and requests of other States whose information it holds; null where it may hold that of all of them.</param>
/// <param name="Restriction">What this State asks for what it says.</param>
public sealed record SubmitOutboundTrace(
    Guid TraceRequestId, Guid DisclosureId, ExchangeWay Way, ShortText? Reference, IReadOnlyList<Guid>? Sources, HandlingRestriction? Restriction = null)
{
    /// <summary>Decides whether it may be sent.</summary>
    /// <param name="command">The command.</param>
    /// <param name="request">The draft.</param>
    /// <param name="partner">The national point of contact.</param>
    /// <param name="lent">The information of other States that the tree held before, with what they agreed to.</param>
    /// <param name="now">When.</param>
    public static Result<IReadOnlyList<object>> Decide(
        SubmitOutboundTrace command, TraceRequest request, Partner partner, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(lent);
        if (TraceActs.Refuse(request, TraceAct.Submit) is { } refusal)
            return refusal;
        if (partner.DeactivatedAt is not null)
            return PartnerErrors.Inactive("");
        if (DisclosureRules.Restriction(command.Restriction) is { } unreadable)
            return unreadable;
        if (LentInformationReader.Unknown(command.Sources, lent) is { } unknown)
            return unknown;
        var used = lent.Only(command.Sources);
        var disclosure = DisclosureOf(partner, command.Reference);
        if (DisclosureRule.Refuse(disclosure, used, now) is { } restricted)
            return restricted;
        return Result.Of<IReadOnlyList<object>>(
        [
            new OutboundTraceSubmitted(command.Way, command.Reference, LentOnward.Restriction(command.Restriction, used, disclosure.Purpose)),
            new TraceDataDisclosed(command.DisclosureId, disclosure, used.Sources),
            .. TraceClock.Of(partner, request.Priority).AfterSubmission(now),
        ]);
    }

    private static Disclosure DisclosureOf(Partner partner, ShortText? reference) => new(
        new DisclosureRecipient(RecipientKind.OtherState, partner.Authority, partner.Country), DisclosurePurpose.Tracing,
        [DataCategory.Arm, DataCategory.Circumstances], DisclosureForm.OnwardRequest, reference);
}

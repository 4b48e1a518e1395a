using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Receiving;

/// <summary>Record a request of another State, acknowledge it and have the register searched. What the Instrument asks for may be missing and is then refused.</summary>
/// <param name="TraceRequestId">The new request's id.</param>
/// <param name="PartnerId">The national point of contact that asks.</param>
/// <param name="PartnerReference">Its reference, which it uses for no other request.</param>
/// <param name="Priority">How soon.</param>
/// <param name="UrgencyJustification">Why before others.</param>
/// <param name="Grounds">Why it asks.</param>
/// <param name="Arm">About which arm.</param>
/// <param name="NeededUntil">The last day on which an answer is of use.</param>
/// <param name="Restriction">What the State asks for its information.</param>
/// <param name="Way">How it came.</param>
public sealed record ReceiveInboundTrace(
    Guid TraceRequestId,
    Guid PartnerId,
    ShortText PartnerReference,
    TracePriority Priority,
    Note? UrgencyJustification,
    GivenGrounds Grounds,
    AskedArm? Arm,
    DateOnly? NeededUntil,
    HandlingRestriction? Restriction,
    ExchangeWay Way)
{
    /// <summary>Decides whether it is a request that can be dealt with.</summary>
    /// <param name="command">The command.</param>
    /// <param name="partner">The national point of contact.</param>
    /// <param name="known">The request that was recorded under the same reference before.</param>
    /// <param name="now">When.</param>
    public static Result<IReadOnlyList<object>> Decide(ReceiveInboundTrace command, Partner partner, Guid? known, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(partner);
        if (partner.DeactivatedAt is not null)
            return PartnerErrors.Inactive("/partnerId");
        if (DisclosureRules.Restriction(command.Restriction) is { } unreadable)
            return unreadable;
        if (CrossBorderContents.Decide(command.Priority, command.UrgencyJustification, command.Grounds, command.Arm, command.NeededUntil, now)
            .Refused(out var refusal, out var content))
        {
            return refusal;
        }

        if (known is { } other)
            return TraceRequestErrors.Known(other);
        return Result.Of<IReadOnlyList<object>>(
        [
            new InboundTraceReceived(command.PartnerId, partner.Country, command.PartnerReference, content, command.Restriction, command.Way),
            new TraceAcknowledged(Automatically: true),
            .. TraceClock.Of(partner, command.Priority).AfterReceipt(now),
            .. TraceClock.Expiry(command.NeededUntil),
        ]);
    }
}

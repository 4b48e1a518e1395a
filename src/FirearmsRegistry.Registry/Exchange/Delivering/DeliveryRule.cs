using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>
/// Whether a document that waited may still go. What it tells is disclosed when it goes, so that restrictions, consents and the rule by which
/// nobody approved it count as they are then. A reminder is none any more where the other State answered or asked for information meanwhile, where
/// a later one follows, or where it received what it is reminded of only after the reminder was written.
/// </summary>
internal sealed class DeliveryRule(IQuerySession session, Outbox outbox, LentInformationReader lending)
{
    /// <summary>The refusal of reminders that nobody needs any more.</summary>
    public static Refusal Lapsed { get; } = new("exchange-reminder-lapsed", RefusalKind.Conflict, "There is nothing to remind of any more.");

    /// <summary>The refusal of answers that no human approved, once the rule for those has ended.</summary>
    public static Refusal AgreementEnded { get; } = new("exchange-agreement-ended", RefusalKind.Conflict,
        "The rule by which nobody had to approve the answer has ended.", "A human approves an answer to the request.");

    /// <summary>The names of all its refusals.</summary>
    public static string[] Names { get; } = [Lapsed.Name, AgreementEnded.Name, .. DisclosureErrors.Names];

    /// <summary>Why a document may not go; null where it may.</summary>
    public async Task<Refusal?> RefuseAsync(OutboxLine line, DateTimeOffset now, CancellationToken token)
    {
        if (line.Kind == DocumentKind.Acknowledgement)
            return null;
        var events = await session.Events.FetchStreamAsync(line.TraceRequestId, token: token);
        var demand = events.Single(happened => happened.Id == line.Id);
        if (RestrictionOn(demand.Data) is { ExpiresAt: { } end } && end <= now)
            return DisclosureErrors.DocumentExpired;
        if (await RefuseDisclosureAsync(line, demand, events, now, token) is { } restricted)
            return restricted;
        if (!IsReminder(demand.Data))
            return null;
        var request = (await session.Events.AggregateStreamAsync<TraceRequest>(line.TraceRequestId, token: token))!;
        return TraceActs.Refuse(request, TraceAct.Remind) is not null
            || events.Last(happened => IsReminder(happened.Data)).Id != line.Id
            || await outbox.WasOvertakenAsync(line.Id, token)
                ? Lapsed
                : null;
    }

    /// <summary>
    /// What was checked when the document was made is checked again: a consent may have run out since, or the rule that both sides signed ended.
    /// </summary>
    private async Task<Refusal?> RefuseDisclosureAsync(
        OutboxLine line, IEvent demand, IReadOnlyList<IEvent> events, DateTimeOffset now, CancellationToken token)
    {
        if (demand.Data is InboundTraceAnswered { Agreement: not null }
            && (await session.LoadAsync<Partner>(line.PartnerId, token))?.AutomaticAnswers?.HoldsAt(now) != true)
        {
            return AgreementEnded;
        }

        // It is logged right behind the event that demands the document, in one transaction.
        var next = events.FirstOrDefault(happened => happened.Version == demand.Version + 1);
        if (next?.Data is not TraceDataDisclosed { Sources.Count: > 0 } disclosed)
            return null;
        var request = (await session.Events.AggregateStreamAsync<TraceRequest>(line.TraceRequestId, token: token))!;
        var lent = await lending.ReadAsync(session, request.Abroad!.RootId, null, token);
        return DisclosureRule.Refuse(disclosed.Disclosure, lent.Only(disclosed.Sources), now);
    }

    private static HandlingRestriction? RestrictionOn(object demand) => demand switch
    {
        OutboundTraceSubmitted submitted => submitted.Restriction,
        MoreInformationAsked asked => asked.Restriction,
        MoreInformationGiven given => given.Restriction,
        InboundTraceAnswered answered => answered.Restriction,
        _ => null,
    };

    private static bool IsReminder(object happened) => happened is TraceReminderDue or TraceReminded { Way: ExchangeWay.Document };
}

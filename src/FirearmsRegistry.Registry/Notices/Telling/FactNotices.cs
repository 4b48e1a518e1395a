using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Receiving;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Notices.Telling;

/// <summary>Which recorded facts somebody may have to be told of.</summary>
internal static class FactNotices
{
    /// <summary>The arms that were acted on or seen, each once per occasion.</summary>
    /// <param name="recordId">The record that the facts belong to.</param>
    /// <param name="facts">What is recorded of it now.</param>
    /// <param name="at">The present moment.</param>
    /// <param name="recordedBy">Who records it, where the fact itself does not say.</param>
    public static IReadOnlyList<ArmSeen> Arms(Guid recordId, IReadOnlyList<IEvent> facts, DateTimeOffset at, string? recordedBy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var isInbound = facts.Any(fact => fact.Data is InboundAnswerProposed);
        return [.. facts.Select(fact => Arm(recordId, fact, isInbound, at, fact.UserName ?? recordedBy)).OfType<ArmSeen>().Distinct()];
    }

    /// <summary>What the person who filed a trace request is told of it; and the contact points where a time ran out.</summary>
    /// <param name="recordId">The record that the facts belong to.</param>
    /// <param name="facts">What is recorded of it now.</param>
    /// <param name="at">The present moment.</param>
    /// <param name="recordedBy">Who records it, where the fact itself does not say.</param>
    public static IReadOnlyList<NewNotice> Traces(Guid recordId, IReadOnlyList<IEvent> facts, DateTimeOffset at, string? recordedBy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Any(fact => fact.Data is OnwardAnswerOverdue))
        {
            var overdue = new NewNotice(NoticeKind.ClockOverdue, NoticeOccasion.AnswerOverdue, NoticeOwner.WhoFiled(recordId, Role.ContactPoint),
                NoticeResource.TraceRequest(recordId), at);
            return [overdue, overdue with { Owner = NoticeOwner.Everybody(Role.ContactPoint) }];
        }

        NoticeOccasion? occasion = facts.Any(fact => fact.Data is ForeignAnswerRecorded) ? NoticeOccasion.AnswerRecorded
            : facts.Any(fact => fact.Data is TraceClosed) ? NoticeOccasion.TraceClosed
            : null;
        return occasion is { } happened
            ? [new NewNotice(NoticeKind.TraceAnswered, happened, NoticeOwner.WhoFiled(recordId, Role.ContactPoint),
                NoticeResource.TraceRequest(recordId), at, facts[0].UserName ?? recordedBy)]
            : [];
    }

    /// <summary>
    /// What people are told of a request to or from another State: who wrote it of each answer, the contact points too where a time ran out, and they
    /// of what another State's registry asks.
    /// </summary>
    /// <param name="recordId">The record that the facts belong to.</param>
    /// <param name="facts">What is recorded of it now.</param>
    /// <param name="at">The present moment.</param>
    /// <param name="recordedBy">Who records it, where the fact itself does not say.</param>
    public static IReadOnlyList<NewNotice> CrossBorder(Guid recordId, IReadOnlyList<IEvent> facts, DateTimeOffset at, string? recordedBy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var notices = new List<NewNotice>();
        foreach (var fact in facts)
        {
            if (fact.Data is OutboundTraceAnswered)
            {
                notices.Add(new NewNotice(NoticeKind.TraceAnswered, NoticeOccasion.AnswerRecorded, NoticeOwner.WhoFiled(recordId, Role.ContactPoint),
                    NoticeResource.TraceRequest(recordId), at, fact.UserName ?? recordedBy));
            }
            else if (Overdue(fact.Data) is { } occasion)
            {
                var overdue = new NewNotice(NoticeKind.ClockOverdue, occasion, NoticeOwner.WhoFiled(recordId, Role.ContactPoint),
                    NoticeResource.TraceRequest(recordId), at);
                notices.AddRange([overdue, overdue with { Owner = NoticeOwner.Everybody(Role.ContactPoint) }]);
            }
            else if (AskedByPeer(fact.Data) is { } asked && PeerActor.Is(fact.UserName ?? recordedBy))
            {
                notices.Add(new NewNotice(NoticeKind.RequestWaiting, asked, NoticeOwner.Everybody(Role.ContactPoint),
                    NoticeResource.TraceRequest(recordId), at, fact.UserName ?? recordedBy));
            }
        }

        return notices;
    }

    private static NoticeOccasion? AskedByPeer(object fact) => fact switch
    {
        InboundTraceReceived => NoticeOccasion.RequestReceived,
        MoreInformationAsked => NoticeOccasion.InformationAsked,
        TraceWithdrawn => NoticeOccasion.RequestWithdrawn,
        _ => null,
    };

    private static NoticeOccasion? Overdue(object fact) => fact switch
    {
        TraceReminderDue => NoticeOccasion.ReminderDue,
        TraceReminded { Text: not null } => NoticeOccasion.Reminded,
        TraceEscalated => NoticeOccasion.Escalated,
        TraceNotRepliedTo => NoticeOccasion.AnswerOverdue,
        _ => null,
    };

    private static ArmSeen? Arm(Guid recordId, IEvent fact, bool isInbound, DateTimeOffset at, string? by) => fact.Data switch
    {
        SeizedItemRecorded { Item.RegisteredFirearm: { } arm } => new ArmSeen(arm, NoticeOccasion.Seized, true, at, by),
        SeizedItemCorrected { After.RegisteredFirearm: { } arm } corrected when corrected.Before.RegisteredFirearm != arm =>
            new ArmSeen(arm, NoticeOccasion.Seized, true, at, by),
        // What a trace finds is told as that.
        SeizedItemIdentified { TraceRequestId: null } identified => new ArmSeen(identified.FirearmId, NoticeOccasion.Seized, true, at, by),
        // Of an item of this State's, the item itself tells.
        TraceIdentificationConfirmed confirmed when isInbound => new ArmSeen(confirmed.FirearmId, NoticeOccasion.Traced, true, at, by),
        TraceSearched { FirearmId: { } arm } => new ArmSeen(arm, NoticeOccasion.Traced, true, at, by),
        _ => ActOnArm(fact.Data) is { } occasion ? new ArmSeen(recordId, occasion, false, at, by) : null,
    };

    private static NoticeOccasion? ActOnArm(object fact) => fact switch
    {
        FirearmTransferred => NoticeOccasion.Transferred,
        FirearmReportedLost => NoticeOccasion.ReportedMissing,
        FirearmRecovered => NoticeOccasion.Recovered,
        DisposalAuthorised or DisposalCarriedOut => NoticeOccasion.Disposal,
        MarkApplied or MarkRecorded or MarkVerified or MarkFoundTampered or MarkRestored or MarkVoided => NoticeOccasion.MarkChanged,
        FirearmCorrected or RegistrationCorrected or TransferCorrected or NationalNumberNeeded or FirearmQuarantined or FirearmQuarantineEnded =>
            NoticeOccasion.RecordChanged,
        _ => null,
    };
}

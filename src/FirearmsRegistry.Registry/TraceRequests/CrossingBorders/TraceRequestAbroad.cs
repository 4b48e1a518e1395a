using System.Collections.Immutable;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <content>The fold of what happens between two States.</content>
public sealed partial class TraceRequest
{
    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<OutboundTraceDrafted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var drafted = happened.Data;
        Begin(TraceKind.Outbound, TraceRequestState.Draft, happened, new CrossBorderStanding
        {
            PartnerId = drafted.PartnerId,
            Country = drafted.Country,
            ParentId = drafted.ParentId,
            RootId = drafted.RootId,
            Content = drafted.Content,
        });
        SeizedItemId = drafted.SeizedItemId ?? Guid.Empty;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OutboundTraceAmended happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Priority = happened.Content.Priority;
        CaseReference = happened.Content.Grounds.CaseReference;
        Abroad = Abroad! with { Content = happened.Content };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<OutboundTraceSubmitted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.Submitted;
        (RequestedBy, RequestedEvent, CorrelationId) = (happened.UserName, happened.Id, happened.CorrelationId);
        Abroad = Abroad! with { IsUnderWay = true };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OutboundTraceAcknowledged happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.Acknowledged;
        Abroad = Abroad! with { PartnerReference = happened.PartnerReference ?? Abroad.PartnerReference };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<InboundTraceReceived> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var received = happened.Data;
        Begin(TraceKind.Inbound, TraceRequestState.Submitted, happened, new CrossBorderStanding
        {
            PartnerId = received.PartnerId,
            Country = received.Country,
            RootId = happened.StreamId,
            Content = received.Content,
            PartnerReference = received.PartnerReference,
            IsUnderWay = true,
            Received = [new ReceivedDatum(happened.StreamId, received.Country, received.Restriction)],
        });
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MoreInformationAsked happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.InfoRequested;
        Abroad = Abroad! with
        {
            OpenQuestion = happened,
            // What this State asks, it does not receive.
            Received = Kind == TraceKind.Outbound && happened.Restriction is { } restriction
                ? Abroad.Received.Add(new ReceivedDatum(happened.QuestionId, Abroad.Country, restriction))
                : Abroad.Received,
        };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MoreInformationGiven happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.Resubmitted;
        var content = Abroad!.Content;
        Abroad = Abroad with
        {
            OpenQuestion = null,
            Content = happened.Arm is { } arm ? content with { Arm = arm } : content,
            // What this State gives, it does not receive.
            Received = Kind == TraceKind.Inbound && happened.Restriction is { } restriction
                ? Abroad.Received.Add(new ReceivedDatum(happened.QuestionId, Abroad.Country, restriction))
                : Abroad.Received,
        };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceWorkBegun happened) => State = TraceRequestState.InProgress;

    /// <summary>Folds the event.</summary>
    public void Apply(OutboundTraceAnswered happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Answered(happened.Answer);
        var datum = new ReceivedDatum(happened.AnswerId, Abroad!.Country, happened.Restriction);
        Abroad = Abroad with { LastReceived = happened, Received = Abroad.Received.Add(datum) };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(InboundAnswerProposed happened) => Abroad = Abroad! with { Proposal = happened };

    /// <summary>Folds the event.</summary>
    public void Apply(InboundTraceAnswered happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Answered(happened.Answer);
        Abroad = Abroad! with { Proposal = null };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OnwardRequestSent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        OpenOnward[happened.OnwardRequestId] = happened.Country;
        Onward = null;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OnwardRequestEnded happened) => OpenOnward.Remove((happened ?? throw new ArgumentNullException(nameof(happened))).OnwardRequestId);

    /// <summary>Folds the event.</summary>
    public void Apply(TraceClockSet happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Abroad = Abroad! with { Clock = Abroad.Clock.SetItem(happened.Step, happened.DueAt) };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceClockStopped happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Abroad = Abroad! with { Clock = Abroad.Clock.RemoveRange(happened.Steps) };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceReminderDue happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Abroad = Abroad! with { Reminders = happened.Number, Clock = Abroad.Clock.Remove(happened.Step) };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceEscalated happened) => Abroad = Abroad! with { Clock = Abroad.Clock.Remove(TraceClockStep.Escalate) };

    /// <summary>Folds the event.</summary>
    public void Apply(TraceNotRepliedTo happened)
    {
        State = TraceRequestState.NoReply;
        StopClock();
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceExpired happened)
    {
        State = TraceRequestState.Expired;
        HasEnded = true;
        StopClock();
    }

    /// <summary>Folds the event.</summary>
    public void Apply(CrossBorderTraceClosed happened)
    {
        State = TraceRequestState.Closed;
        HasEnded = true;
        StopClock();
    }

    /// <summary>Folds the event.</summary>
    public void Apply(DisclosureConsentRecorded happened) => Consents.Add(happened);

    /// <summary>Folds the event.</summary>
    public void Apply(ProviderInformed happened) => Informed.Add(happened);

    private void Begin(TraceKind kind, TraceRequestState state, IEvent happened, CrossBorderStanding standing)
    {
        Kind = kind;
        State = state;
        Priority = standing.Content.Priority;
        CaseReference = standing.Content.Grounds.CaseReference;
        RequestedBy = happened.UserName;
        RequestedEvent = happened.Id;
        CorrelationId = happened.CorrelationId;
        Abroad = standing;
    }

    private void Answered(TraceAnswerContent answer)
    {
        State = AnswerRules.StateAfter(answer.Kind);
        Abroad = Abroad! with { LastAnswer = answer };
    }

    private void StopClock() => Abroad = Abroad is null ? null : Abroad with
    {
        Clock = ImmutableSortedDictionary<TraceClockStep, DateTimeOffset>.Empty,
    };
}

using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.TraceRequests.GettingDetails;

/// <content>The fold of what happens between two States.</content>
public sealed partial class TraceRequestDetails
{
    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<OutboundTraceDrafted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var drafted = happened.Data;
        Kind = TraceKind.Outbound;
        State = TraceRequestState.Draft;
        SeizedItemId = drafted.SeizedItemId;
        RequestedAt = happened.Timestamp;
        CrossBorder = new CrossBorderDetails
        {
            PartnerId = drafted.PartnerId,
            Country = drafted.Country,
            ParentId = drafted.ParentId,
            RootId = drafted.RootId,
        };
        Take(drafted.Content);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OutboundTraceAmended happened) => Take((happened ?? throw new ArgumentNullException(nameof(happened))).Content);

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<OutboundTraceSubmitted> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.Submitted;
        CrossBorder!.SubmittedAt = happened.Timestamp;
        CrossBorder.Restriction = happened.Data.Restriction;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<OutboundTraceAcknowledged> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.Acknowledged;
        CrossBorder!.AcknowledgedAt = happened.Timestamp;
        CrossBorder.PartnerReference = happened.Data.PartnerReference;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<InboundTraceReceived> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var received = happened.Data;
        Kind = TraceKind.Inbound;
        RequestedAt = happened.Timestamp;
        CrossBorder = new CrossBorderDetails
        {
            PartnerId = received.PartnerId,
            Country = received.Country,
            PartnerReference = received.PartnerReference,
            RootId = happened.StreamId,
            Restriction = received.Restriction,
            SubmittedAt = happened.Timestamp,
            AcknowledgedAt = happened.Timestamp,
        };
        Take(received.Content);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MoreInformationAsked> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.InfoRequested;
        CrossBorder!.Questions.Add(new TraceQuestion(happened.Data.QuestionId, happened.Data.Question, happened.Timestamp)
        {
            Restriction = happened.Data.Restriction,
        });
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<MoreInformationGiven> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var given = happened.Data;
        State = TraceRequestState.Resubmitted;
        var index = CrossBorder!.Questions.FindIndex(question => question.QuestionId == given.QuestionId);
        CrossBorder.Questions[index] = CrossBorder.Questions[index] with
        {
            Information = given.Information,
            GivenAt = happened.Timestamp,
            InformationRestriction = given.Restriction,
        };
        CrossBorder.Arm = given.Arm ?? CrossBorder.Arm;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceWorkBegun> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.InProgress;
        CrossBorder!.AcknowledgedAt ??= happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OutboundTraceAnswered happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = AnswerRules.StateAfter(happened.Answer.Kind);
        Outcome = happened.Answer.Facts?.Outcome ?? Outcome;
        CrossBorder!.ReceivedAnswers.Add(happened);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(InboundAnswerProposed happened) => CrossBorder!.Proposal = happened;

    /// <summary>Folds the event.</summary>
    public void Apply(InboundTraceAnswered happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = AnswerRules.StateAfter(happened.Answer.Kind);
        Outcome = happened.Answer.Facts?.Outcome ?? Outcome;
        CrossBorder!.GivenAnswers.Add(happened);
        CrossBorder.Proposal = null;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OnwardRequestSent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Onward = null;
        OnwardRequests.RemoveAll(link => link.TraceRequestId == happened.OnwardRequestId);
        OnwardRequests.Add(new OnwardLink(happened.OnwardRequestId, happened.Country));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OnwardRequestEnded happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var index = OnwardRequests.FindIndex(link => link.TraceRequestId == happened.OnwardRequestId);
        OnwardRequests[index] = OnwardRequests[index] with { EndedAs = happened.State };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceClockSet happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        CrossBorder!.Clock.RemoveAll(set => set.Step == happened.Step);
        CrossBorder.Clock.Add(happened);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceClockStopped happened) =>
        CrossBorder!.Clock.RemoveAll(set => (happened ?? throw new ArgumentNullException(nameof(happened))).Steps.Contains(set.Step));

    /// <summary>Folds the event.</summary>
    public void Apply(TraceReminderDue happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        CrossBorder!.RemindersDue = happened.Number;
        CrossBorder.Clock.RemoveAll(set => set.Step == happened.Step);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceReminded happened)
    {
        if (Kind == TraceKind.Outbound)
            CrossBorder!.RemindersSent++;
        else
            CrossBorder!.RemindersReceived++;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceEscalated> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        CrossBorder!.EscalatedAt = happened.Timestamp;
        CrossBorder.Clock.RemoveAll(set => set.Step == TraceClockStep.Escalate);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceNotRepliedTo happened)
    {
        State = TraceRequestState.NoReply;
        CrossBorder!.Clock.Clear();
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceExpired> happened) => EndAbroad(TraceRequestState.Expired, happened);

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<CrossBorderTraceClosed> happened) => EndAbroad(TraceRequestState.Closed, happened);

    /// <summary>Folds the event.</summary>
    public void Apply(TraceDataDisclosed happened) => Disclosures.Add((happened ?? throw new ArgumentNullException(nameof(happened))).DisclosureId);

    /// <summary>Folds the event.</summary>
    public void Apply(DisclosureConsentRecorded happened) => CrossBorder!.Consents.Add(happened);

    /// <summary>Folds the event.</summary>
    public void Apply(ProviderInformed happened) => CrossBorder!.ProvidersInformed.Add(happened);

    private void EndAbroad(TraceRequestState state, IEvent happened)
    {
        EndedAs = State is TraceRequestState.Answered or TraceRequestState.Restricted or TraceRequestState.Refused
            or TraceRequestState.PartiallyAnswered or TraceRequestState.NoReply ? State : null;
        State = state;
        EndedAt = happened.Timestamp;
        CrossBorder!.Clock.Clear();
    }

    private void Take(CrossBorderContent content)
    {
        Priority = content.Priority;
        UrgencyJustification = content.UrgencyJustification;
        Grounds = content.Grounds;
        CrossBorder!.Arm = content.Arm;
        CrossBorder.NeededUntil = content.NeededUntil;
    }
}

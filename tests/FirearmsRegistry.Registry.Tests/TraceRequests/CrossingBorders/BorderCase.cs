using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Acknowledging;
using FirearmsRegistry.Registry.TraceRequests.Clarifying;
using FirearmsRegistry.Registry.TraceRequests.Closing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Drafting;
using FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.ReceivingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Reminding;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using FirearmsRegistry.Registry.TraceRequests.Submitting;
using FirearmsRegistry.Registry.TraceRequests.Sweeping;
using FirearmsRegistry.Registry.TraceRequests.Withdrawing;
using JasperFx.Events;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;

/// <summary>Requests to and from another State, made by the real decisions and folds.</summary>
internal static class BorderCase
{
    /// <summary>A Tuesday.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    public static readonly CountryCode Portugal = CountryCode.Parse("PRT").GetOrThrow();

    public static readonly Guid OutboundId = Guid.Parse("019342f0-0000-7000-8000-0000000000dd");

    public static readonly Guid InboundId = Guid.Parse("019342f0-0000-7000-8000-0000000000ee");

    public static Partner Partner { get; } = MakePartner();

    /// <summary>A draft that goes on with a searched domestic request.</summary>
    public static TraceRequest Draft(TraceRequest? root = null, SeizedItem? item = null, DateOnly? neededUntil = null)
    {
        item ??= Item();
        root ??= Searched(item);
        var command = new DraftOutboundTrace(OutboundId, root.Id, Partner.Id, TracePriority.Routine, null, null, null, neededUntil);
        return Fold(new TraceRequest { Id = OutboundId },
            DraftOutboundTrace.Decide(command, root, Grounds(), item, Partner, Now).Value);
    }

    /// <summary>A domestic request whose search found nothing.</summary>
    public static TraceRequest Searched(SeizedItem item)
    {
        var request = Filed(item);
        Search(request, item, []);
        return request;
    }

    public static TraceRequest Received() => Fold(new TraceRequest { Id = InboundId },
        ReceiveInboundTrace.Decide(Inbound(), Partner, null, Now).Value);

    public static ReceiveInboundTrace Inbound() => new(InboundId, Partner.Id, Short("PT-1"), TracePriority.Routine, null, CrossBorderExamples.Grounds,
        CrossBorderExamples.Arm, null, null, ExchangeWay.ByHand);

    public static TraceGrounds Grounds() => CrossBorderExamples.Grounds.Complete();

    public static TraceAnswerContent Answer(TraceAnswerKind kind, TraceFinding? finding = null, DateOnly? expectedOn = null) => new(kind,
        kind == TraceAnswerKind.Answered ? finding ?? TraceFinding.Positive : finding,
        AnswerRules.IsWithheld(kind) ? WithholdingReason.OngoingInvestigation : null,
        AnswerRules.IsWithheld(kind) ? Long("An investigation goes on.") : null, ExpectedOn: expectedOn);

    public static RecordOutboundAnswer Received(TraceAnswerContent answer, HandlingRestriction? restriction = null) => new(OutboundId, Guid.CreateVersion7(),
        answer, Short("Lisbon"), Short("PT-2"), On("2026-03-04"), restriction);

    /// <summary>Does an act as its command's decision has it.</summary>
    public static Result<IReadOnlyList<object>> Do(TraceAct act, TraceRequest request, TraceAnswerKind kind = TraceAnswerKind.Answered) => act switch
    {
        TraceAct.Amend => AmendOutboundTrace.Decide(new AmendOutboundTrace(request.Id, TracePriority.Routine, null, CrossBorderExamples.Grounds,
            CrossBorderExamples.Arm, null), request, Now),
        TraceAct.Submit => SubmitOutboundTrace.Decide(new SubmitOutboundTrace(request.Id, Guid.CreateVersion7(), ExchangeWay.ByHand, null, null), request,
            Partner, LentInformation.None, Now),
        TraceAct.Acknowledge => RecordAcknowledgement.Decide(new RecordAcknowledgement(request.Id, null), request),
        TraceAct.AskInformation => AskInformation.Decide(
            new AskInformation(request.Id, Guid.CreateVersion7(), Long("Which barrel?"), Guid.CreateVersion7()), request, Partner, LentInformation.None, Now),
        TraceAct.GiveInformation => GiveInformation.Decide(
            new GiveInformation(request.Id, Long("This one."), null, Guid.CreateVersion7()), request, Partner, LentInformation.None, Now),
        TraceAct.BeginWork => RecordWorkBegun.Decide(request),
        TraceAct.RecordAnswer => RecordOutboundAnswer.Decide(Received(Answer(kind)), request, Partner, Now),
        TraceAct.Search => Nothing(SearchInbound.Decide(request, Guid.CreateVersion7(), new ArmIdentification(IdentificationBasis.NothingFits, 0, null),
            null, HolderStanding.Unknown)),
        TraceAct.ProposeAnswer => ProposeAnswer.Decide(new ProposeAnswer(request.Id, Guid.CreateVersion7(), Answer(kind), null, null), request),
        TraceAct.ApproveAnswer => ApproveAnswer.Decide(new ApproveAnswer(request.Id, request.Abroad?.Proposal?.ProposalId ?? Guid.CreateVersion7(),
            Guid.CreateVersion7(), Guid.CreateVersion7()), request, Partner, LentInformation.None, Now),
        TraceAct.Remind => RecordReminder.Decide(new RecordReminder(request.Id, ExchangeWay.ByHand, null), request),
        TraceAct.Withdraw => WithdrawTrace.DecideAbroad(new WithdrawTrace(request.Id, Long("Not needed.")), request),
        TraceAct.Close => CloseTrace.Decide(new CloseTrace(request.Id, null), request),
        TraceAct.EndWait => Nothing(FireTraceClock.Decide(WithClock(request, TraceClockStep.NoReply), Clock, Now)),
        TraceAct.Expire => Nothing(FireTraceClock.Decide(WithClock(request, TraceClockStep.Expire), Clock, Now)),
    };

    public static TraceClock Clock => TraceClock.Of(Partner, TracePriority.Routine);

    public static TraceRequest Fold(TraceRequest request, IReadOnlyList<object> events)
    {
        foreach (var happened in events)
        {
            var type = happened.GetType();
            if (typeof(TraceRequest).GetMethod("Apply", [type]) is { } plain)
                plain.Invoke(request, [happened]);
            else if (typeof(TraceRequest).GetMethod("Apply", [typeof(IEvent<>).MakeGenericType(type)]) is { } wrapped)
                wrapped.Invoke(request, [Wrapped(request.Id, happened)]);
        }

        return request;
    }

    /// <summary>The request of a kind in a state, on the way that leads there.</summary>
    public static TraceRequest In(TraceKind kind, TraceRequestState state) => kind == TraceKind.Outbound ? OutboundIn(state) : InboundIn(state);

    private static TraceRequest OutboundIn(TraceRequestState state) => state switch
    {
        TraceRequestState.Draft => Draft(neededUntil: new DateOnly(2027, 1, 1)),
        TraceRequestState.Submitted => After(OutboundIn(TraceRequestState.Draft), TraceAct.Submit),
        TraceRequestState.Acknowledged => After(OutboundIn(TraceRequestState.Submitted), TraceAct.Acknowledge),
        TraceRequestState.InfoRequested => After(OutboundIn(TraceRequestState.Acknowledged), TraceAct.AskInformation),
        TraceRequestState.Resubmitted => After(OutboundIn(TraceRequestState.InfoRequested), TraceAct.GiveInformation),
        TraceRequestState.InProgress => After(OutboundIn(TraceRequestState.Acknowledged), TraceAct.BeginWork),
        TraceRequestState.NoReply => After(OutboundIn(TraceRequestState.Submitted), TraceAct.EndWait),
        TraceRequestState.Withdrawn => After(OutboundIn(TraceRequestState.Submitted), TraceAct.Withdraw),
        TraceRequestState.Expired => After(OutboundIn(TraceRequestState.Submitted), TraceAct.Expire),
        TraceRequestState.Closed => After(OutboundIn(TraceRequestState.Answered), TraceAct.Close),
        _ => After(OutboundIn(TraceRequestState.Acknowledged), TraceAct.RecordAnswer, KindOf(state)),
    };

    private static TraceRequest InboundIn(TraceRequestState state) => state switch
    {
        TraceRequestState.Acknowledged => Fold(new TraceRequest { Id = InboundId },
            ReceiveInboundTrace.Decide(Inbound() with { NeededUntil = new DateOnly(2027, 1, 1) }, Partner, null, Now).Value),
        TraceRequestState.InfoRequested => After(InboundIn(TraceRequestState.InProgress), TraceAct.AskInformation),
        TraceRequestState.Resubmitted => After(InboundIn(TraceRequestState.InfoRequested), TraceAct.GiveInformation),
        TraceRequestState.InProgress => After(InboundIn(TraceRequestState.Acknowledged), TraceAct.Search),
        TraceRequestState.Withdrawn => After(InboundIn(TraceRequestState.Acknowledged), TraceAct.Withdraw),
        TraceRequestState.Expired => After(InboundIn(TraceRequestState.Acknowledged), TraceAct.Expire),
        TraceRequestState.Closed => After(InboundIn(TraceRequestState.Answered), TraceAct.Close),
        _ => After(After(InboundIn(TraceRequestState.InProgress), TraceAct.ProposeAnswer, KindOf(state)), TraceAct.ApproveAnswer),
    };

    private static TraceAnswerKind KindOf(TraceRequestState state) => Enum.GetValues<TraceAnswerKind>().Single(kind => AnswerRules.StateAfter(kind) == state);

    public static TraceRequest After(TraceRequest request, TraceAct act, TraceAnswerKind kind = TraceAnswerKind.Answered) =>
        Fold(request, Do(act, request, kind).Value);

    private static TraceRequest WithClock(TraceRequest request, TraceClockStep step)
    {
        if (request.Abroad is not null)
            request.Apply(new TraceClockSet(step, Now));
        return request;
    }

    /// <summary>A job's decision does nothing where a person's is refused.</summary>
    private static Result<IReadOnlyList<object>> Nothing(IReadOnlyList<object> events) =>
        events.Count == 0 ? new Refusal("nothing", RefusalKind.Conflict, "Nothing to do.") : Result.Of(events);

    private static object Wrapped(Guid stream, object happened)
    {
        var wrapped = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(happened.GetType()), happened)!;
        wrapped.StreamId = stream;
        wrapped.Timestamp = Now;
        wrapped.UserName = "contact";
        return wrapped;
    }

    private static Partner MakePartner()
    {
        var partner = new Partner { Id = Guid.Parse("019342f0-0000-7000-8000-0000000000ff") };
        var registered = new Event<PartnerRegistered>(new PartnerRegistered(Portugal, Short("Lisbon"), [LanguageCode.Parse("pt").GetOrThrow()]));
        partner.Apply(registered);
        return partner;
    }
}

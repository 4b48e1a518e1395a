using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>What can be done with a request to or from another State.</summary>
public enum TraceAct
{
    /// <summary>Change the draft.</summary>
    Amend,

    /// <summary>Send it.</summary>
    Submit,

    /// <summary>Record that receipt was acknowledged.</summary>
    Acknowledge,

    /// <summary>Ask for more information.</summary>
    AskInformation,

    /// <summary>Give the information that was asked for.</summary>
    GiveInformation,

    /// <summary>Record that the other State works on it.</summary>
    BeginWork,

    /// <summary>Record what the other State answered.</summary>
    RecordAnswer,

    /// <summary>Search the register for the other State.</summary>
    Search,

    /// <summary>Propose an answer.</summary>
    ProposeAnswer,

    /// <summary>Approve the proposed answer.</summary>
    ApproveAnswer,

    /// <summary>Record that the other State was reminded, or reminded this one.</summary>
    Remind,

    /// <summary>Withdraw it.</summary>
    Withdraw,

    /// <summary>End it.</summary>
    Close,

    /// <summary>End the wait, because the other State did not reply.</summary>
    EndWait,

    /// <summary>End it, because its day passed.</summary>
    Expire,
}

/// <summary>In which state what can be done: the one table of states and acts of requests that cross borders.</summary>
public static class TraceActs
{
    private static readonly TraceAct[] OutboundAwaited =
    [
        TraceAct.AskInformation, TraceAct.RecordAnswer, TraceAct.Remind, TraceAct.Withdraw, TraceAct.EndWait, TraceAct.Expire,
    ];

    private static readonly TraceAct[] InboundAnswerable =
    [
        TraceAct.AskInformation, TraceAct.ProposeAnswer, TraceAct.ApproveAnswer, TraceAct.Remind, TraceAct.Withdraw, TraceAct.Expire,
    ];

    /// <summary>What can be done with a request of a kind in a state; nothing with one that has ended, and nothing here with a domestic one.</summary>
    public static IReadOnlyList<TraceAct> Of(TraceKind kind, TraceRequestState state) => kind switch
    {
        TraceKind.Outbound => OfOutbound(state),
        TraceKind.Inbound => OfInbound(state),
        TraceKind.Domestic => [],
    };

    /// <summary>Refuses an act that the request's kind or state forbids; null where it may be done.</summary>
    public static Refusal? Refuse(TraceRequest request, TraceAct act)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.HasEnded)
            return request.State == TraceRequestState.Withdrawn ? TraceRequestErrors.Withdrawn : TraceRequestErrors.Ended;
        var allowed = Of(request.Kind, request.State);
        return allowed.Contains(act) ? null : TraceRequestErrors.NotNow(request, act, allowed);
    }

    private static TraceAct[] OfOutbound(TraceRequestState state) => state switch
    {
        TraceRequestState.Draft => [TraceAct.Amend, TraceAct.Submit, TraceAct.Withdraw, TraceAct.Expire],
        TraceRequestState.Submitted or TraceRequestState.Resubmitted => [TraceAct.Acknowledge, TraceAct.BeginWork, .. OutboundAwaited],
        TraceRequestState.Acknowledged => [TraceAct.BeginWork, .. OutboundAwaited],
        TraceRequestState.InProgress or TraceRequestState.Delayed => OutboundAwaited,
        TraceRequestState.InfoRequested => [TraceAct.GiveInformation, TraceAct.RecordAnswer, TraceAct.Withdraw, TraceAct.Expire],
        // A part is a reply: what is missing can be asked for, but the State did reply.
        TraceRequestState.PartiallyAnswered =>
            [TraceAct.AskInformation, TraceAct.RecordAnswer, TraceAct.Remind, TraceAct.Withdraw, TraceAct.Close, TraceAct.Expire],
        // A late answer is an answer, and a refusal or a restriction may be cleared up (International Tracing Instrument para. 23).
        TraceRequestState.Answered or TraceRequestState.Restricted or TraceRequestState.Refused or TraceRequestState.NoReply =>
            [TraceAct.RecordAnswer, TraceAct.Close],
        TraceRequestState.Closed or TraceRequestState.Withdrawn or TraceRequestState.Expired => [],
    };

    private static TraceAct[] OfInbound(TraceRequestState state) => state switch
    {
        TraceRequestState.Acknowledged or TraceRequestState.Resubmitted => [TraceAct.Search, .. InboundAnswerable],
        TraceRequestState.InProgress or TraceRequestState.Delayed => InboundAnswerable,
        TraceRequestState.InfoRequested =>
            [TraceAct.GiveInformation, TraceAct.ProposeAnswer, TraceAct.ApproveAnswer, TraceAct.Remind, TraceAct.Withdraw, TraceAct.Close, TraceAct.Expire],
        TraceRequestState.PartiallyAnswered => [TraceAct.Close, .. InboundAnswerable],
        TraceRequestState.Answered or TraceRequestState.Restricted or TraceRequestState.Refused =>
            // A reminder and an answer may cross on their way.
            [TraceAct.ProposeAnswer, TraceAct.ApproveAnswer, TraceAct.Remind, TraceAct.Close],
        // An inbound request is acknowledged as it is received, and it is this State that would not have replied.
        TraceRequestState.Draft or TraceRequestState.Submitted or TraceRequestState.NoReply => [],
        TraceRequestState.Closed or TraceRequestState.Withdrawn or TraceRequestState.Expired => [],
    };
}

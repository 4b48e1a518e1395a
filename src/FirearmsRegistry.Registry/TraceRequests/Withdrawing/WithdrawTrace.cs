using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Withdrawing;

/// <summary>Withdraw a request that has not ended.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawTrace(Guid TraceRequestId, Note Reason)
{
    /// <summary>Decides what the withdrawal means; what was found before it stays known.</summary>
    public static Result<TraceDecision> Decide(WithdrawTrace command, TraceRequest request, SeizedItem item)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        if (request.HasEnded)
            return TraceRequestErrors.Ended;
        var redecided = OutcomeDecider.Redecide(item, facts => facts with
        {
            // An earlier request may have been searched: then the arm does not become one that nobody traced.
            Request = request.Searched || facts.Record != RegistryRecord.NotSearched ? RequestState.Closed : RequestState.WithdrawnBeforeSearch,
            OnwardRequest = request.Onward is null ? facts.OnwardRequest : RequestState.Closed,
            AnswerClockRunning = false,
        }, request.Id);
        return new TraceDecision([new TraceWithdrawn(command.Reason, !request.Searched)], redecided is null ? [] : [redecided]);
    }

    /// <summary>Decides the withdrawal of a request to another State, or records that another State withdrew its own.</summary>
    public static Result<IReadOnlyList<object>> DecideAbroad(WithdrawTrace command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        return TraceActs.Refuse(request, TraceAct.Withdraw) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>([new TraceWithdrawn(command.Reason, !request.Searched && request.State == TraceRequestState.Draft)]);
    }
}

using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Sweeping;

/// <summary>Ends the wait for another State's answer when its time has run out.</summary>
public static class ExpireAnswerClock
{
    /// <summary>Decides whether it has; nothing where it has not, or where the answer came.</summary>
    public static TraceDecision Decide(TraceRequest request, SeizedItem item, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Onward is { } onward && onward.DueAt <= now
            ? TraceDecision.Conclude(request, item, [new OnwardAnswerOverdue(onward.Country, onward.DueAt)], TraceRequestState.NoReply,
                TraceOutcome.NoReply, facts => facts with
                {
                    Request = RequestState.Closed,
                    OnwardRequest = RequestState.Closed,
                    AnswerClockRunning = false,
                })
            : TraceDecision.Nothing;
    }
}

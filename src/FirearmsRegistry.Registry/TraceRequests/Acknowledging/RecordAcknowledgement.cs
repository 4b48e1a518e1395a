using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Acknowledging;

/// <summary>Record that the other State acknowledged receipt (International Tracing Instrument para. 19).</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="PartnerReference">Its reference.</param>
public sealed record RecordAcknowledgement(Guid TraceRequestId, ShortText? PartnerReference)
{
    /// <summary>Decides what the acknowledgement means.</summary>
    public static Result<IReadOnlyList<object>> Decide(RecordAcknowledgement command, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TraceActs.Refuse(request, TraceAct.Acknowledge) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>(
                [new OutboundTraceAcknowledged(command.PartnerReference), .. TraceClock.Stopped(request, TraceClockStep.Acknowledge)]);
    }
}

/// <summary>Record that the other State works on the request.</summary>
/// <param name="TraceRequestId">The request.</param>
public sealed record RecordWorkBegun(Guid TraceRequestId)
{
    /// <summary>Decides what that means: who works on a request has it.</summary>
    public static Result<IReadOnlyList<object>> Decide(TraceRequest request) =>
        TraceActs.Refuse(request, TraceAct.BeginWork) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>([new TraceWorkBegun(), .. TraceClock.Stopped(request, TraceClockStep.Acknowledge)]);
}

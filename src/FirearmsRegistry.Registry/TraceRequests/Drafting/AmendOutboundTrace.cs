using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Drafting;

/// <summary>Write a draft anew.</summary>
/// <param name="TraceRequestId">The draft.</param>
/// <param name="Priority">How soon.</param>
/// <param name="UrgencyJustification">Why before others.</param>
/// <param name="Grounds">The content that the Instrument asks for, whole.</param>
/// <param name="Arm">The arm.</param>
/// <param name="NeededUntil">The last day on which an answer is of use.</param>
public sealed record AmendOutboundTrace(
    Guid TraceRequestId, TracePriority Priority, Note? UrgencyJustification, GivenGrounds Grounds, AskedArm? Arm, DateOnly? NeededUntil)
{
    /// <summary>Decides what the draft says now.</summary>
    public static Result<IReadOnlyList<object>> Decide(AmendOutboundTrace command, TraceRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (TraceActs.Refuse(request, TraceAct.Amend) is { } refusal)
            return refusal;
        return CrossBorderContents.Decide(command.Priority, command.UrgencyJustification, command.Grounds, command.Arm, command.NeededUntil, now)
            .Bind(content => Result.Of<IReadOnlyList<object>>(
            [
                new OutboundTraceAmended(content),
                .. TraceClock.Stopped(request, TraceClockStep.Expire),
                .. TraceClock.Expiry(command.NeededUntil),
            ]));
    }
}

/// <summary><c>POST /trace-requests/{id}/amendments</c>.</summary>
internal static class AmendOutboundTraceEndpoint
{
    /// <summary>The body.</summary>
    public sealed record AmendmentBody(
        TracePriority Priority, GivenGrounds Grounds, AskedArm Arm, Note? UrgencyJustification = null, DateOnly? NeededUntil = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/amendments", HandleAsync)
        .Named("amendOutboundTrace", "Write the draft of a request to another State anew")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(CrossBorderExamples.Amendment)
        .Refuses([TraceRequestErrors.IncompleteName, .. TraceRequestErrors.OfActs]);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<AmendmentBody> body, WriteCall call, CrossBorderChange change, CancellationToken token)
    {
        var amended = body.Value;
        var command = new AmendOutboundTrace(id, amended.Priority, amended.UrgencyJustification, amended.Grounds, amended.Arm, amended.NeededUntil);
        return change.RunAsync(id, TraceAct.Amend, (request, _) => AmendOutboundTrace.Decide(command, request, call.Context.Now), call.Context, token);
    }
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Acknowledging;

/// <summary><c>POST /trace-requests/{id}/acknowledgements</c> and <c>POST /trace-requests/{id}/work-reports</c>.</summary>
internal static class AcknowledgementEndpoints
{
    /// <summary>The body of an acknowledgement.</summary>
    public sealed record AcknowledgementBody(ShortText? PartnerReference = null);

    /// <summary>The body of a report that work has begun: there is nothing to say beyond that.</summary>
    public sealed record WorkBody;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/acknowledgements", AcknowledgeAsync)
            .Named("recordAcknowledgement", "Record that the other State acknowledged receipt")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(CrossBorderExamples.Acknowledgement)
            .Refuses(TraceRequestErrors.OfActs);
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/work-reports", BeginAsync)
            .Named("recordWorkBegun", "Record that the other State works on the request")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(new WorkBody())
            .Refuses(TraceRequestErrors.OfActs);
    }

    private static Task<Result<Written>> AcknowledgeAsync(
        Guid id, Body<AcknowledgementBody> body, WriteCall call, RecordAcknowledgementHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RecordAcknowledgement(id, body.Value.PartnerReference), call.Context, token);

    private static Task<Result<Written>> BeginAsync(
        Guid id, Body<WorkBody> body, WriteCall call, RecordWorkBegunHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RecordWorkBegun(id), call.Context, token);
}

/// <summary>Carries out <see cref="RecordAcknowledgement"/>.</summary>
internal sealed class RecordAcknowledgementHandler(CrossBorderChange change)
{
    /// <summary>Records the acknowledgement.</summary>
    public Task<Result<Written>> HandleAsync(RecordAcknowledgement command, CommandContext context, CancellationToken token) =>
        change.RunAsync(command.TraceRequestId, TraceAct.Acknowledge, (request, _) => RecordAcknowledgement.Decide(command, request), context, token);
}

/// <summary>Carries out <see cref="RecordWorkBegun"/>.</summary>
internal sealed class RecordWorkBegunHandler(CrossBorderChange change)
{
    /// <summary>Records that work has begun.</summary>
    public Task<Result<Written>> HandleAsync(RecordWorkBegun command, CommandContext context, CancellationToken token) =>
        change.RunAsync(command.TraceRequestId, TraceAct.BeginWork, (request, _) => RecordWorkBegun.Decide(request), context, token);
}

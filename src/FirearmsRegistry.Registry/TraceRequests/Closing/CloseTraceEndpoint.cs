using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Closing;

/// <summary><c>POST /trace-requests/{id}/closures</c>.</summary>
internal static class CloseTraceEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ClosureBody(Note? Remark = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/closures", HandleAsync)
        .Named("closeTrace", "End a request to or from another State; what comes afterwards is refused")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(CrossBorderExamples.Closure)
        .Refuses(TraceRequestErrors.OfActs);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ClosureBody> body, WriteCall call, CrossBorderChange change, CancellationToken token) =>
        change.RunAsync(id, TraceAct.Close, (request, _) => CloseTrace.Decide(new CloseTrace(id, body.Value.Remark), request), call.Context, token);
}

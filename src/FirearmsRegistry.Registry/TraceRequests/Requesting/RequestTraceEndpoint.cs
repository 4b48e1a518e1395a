using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Requesting;

/// <summary><c>POST /trace-requests</c>.</summary>
internal static class RequestTraceEndpoint
{
    /// <summary>The body. What the Instrument asks for may be left out, so that the refusal can name the paragraph.</summary>
    public sealed record TraceRequestBody(
        Guid SeizedItemId,
        TracePriority Priority,
        Guid? Id = null,
        Note? UrgencyJustification = null,
        IllicitGround? IllicitGround = null,
        Note? LegalJustification = null,
        Known<Note>? Circumstances = null,
        Note? Description = null,
        Note? IntendedUse = null,
        ShortText? RequestingAuthority = null,
        ShortText? CaseReference = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<TraceRequestAnswer, TraceRequestDetails>("/trace-requests", HandleAsync)
        .Named("requestTrace", "Have a seized, found or surrendered arm traced")
        .Requires(AccessPolicy.RequestTraces)
        .Example(TraceRequestExamples.Request)
        .Refuses(TraceRequestErrors.IncompleteName, TraceRequestErrors.AlreadyOpenName, TraceRequestErrors.NotAnArm.Name, "item-is-duplicate",
            "not-found", "id-taken");

    private static Task<Result<Written>> HandleAsync(
        Body<TraceRequestBody> body, WriteCall call, RequestTraceHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new RequestTrace(request.Id ?? Guid.CreateVersion7(call.Context.Now), request.SeizedItemId, request.Priority,
                request.UrgencyJustification, request.IllicitGround, request.LegalJustification, request.Circumstances, request.Description,
                request.IntendedUse, request.RequestingAuthority, request.CaseReference),
            call.Context,
            token);
    }
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Confirming;

/// <summary><c>POST /trace-requests/{id}/identifications</c>.</summary>
internal static class ConfirmIdentificationEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ConfirmationBody(Guid FirearmId, Note Reason, Note Compared, PhotoHash? Photo = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/identifications", HandleAsync)
        .Named("confirmIdentification", "Say, after comparing, which registered arm the item is: what a search by worn marks only suggests")
        .Requires(AccessPolicy.RequestTraces)
        .Example(TraceRequestExamples.Confirmation)
        .Refuses([TraceRequestErrors.NotSearched.Name, TraceRequestErrors.Identified.Name, .. TraceRequestErrors.OfActs]);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ConfirmationBody> body, WriteCall call, ConfirmIdentificationHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new ConfirmIdentification(id, body.Value.FirearmId, body.Value.Reason, body.Value.Compared, body.Value.Photo), call.Context, token);
}

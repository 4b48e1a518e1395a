using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Cancelling;

/// <summary><c>POST /marking-jobs/{id}/cancellations</c>.</summary>
internal static class CancelMarkingJobEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Reason">Why; no personal data.</param>
    public sealed record CancellationBody(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs/{id:guid}/cancellations", HandleAsync)
        .Named("cancelMarkingJob", "Give up a marking job that was not started; its number is void")
        .Requires(AccessPolicy.OrderMarks)
        .Example(new CancellationBody(MarkingJobExamples.Reason("The arm was sent back to its maker.")))
        .Refuses(MarkingJobErrors.StartedAlready, MarkingJobErrors.WrongState);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<CancellationBody> body, WriteCall call, CancelMarkingJobHandler handler, CancellationToken token) =>
        handler.HandleAsync(new CancelMarkingJob(id, body.Value.Reason), call.Context, token);
}

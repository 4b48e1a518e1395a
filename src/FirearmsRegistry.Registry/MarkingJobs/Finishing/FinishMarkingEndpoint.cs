using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Finishing;

/// <summary><c>POST /marking-jobs/{id}/finishes</c>.</summary>
internal static class FinishMarkingEndpoint
{
    /// <summary>The body.</summary>
    public sealed record FinishBody(Guid StationId, MachineOutcome Outcome, Note? Explanation = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs/{id:guid}/finishes", HandleAsync)
        .Named("finishMarking", "Record what the machine said; a lost answer is unknown_mark_state")
        .Requires(AccessPolicy.RunMarkingJobs)
        .Example(new FinishBody(MarkingJobExamples.Station, MachineOutcome.Marked))
        .Refuses(MarkingJobErrors.WrongState, MarkingJobErrors.OtherStation, MarkingJobErrors.MarkUnknown.Name, MarkingJobErrors.UnknownStation,
            "not-this-station");

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<FinishBody> body, WriteCall call, FinishMarkingHandler handler, CancellationToken token) =>
        handler.HandleAsync(new FinishMarking(id, body.Value.StationId, body.Value.Outcome, body.Value.Explanation), call.Context, token);
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.LoggingFrames;

/// <summary><c>POST /marking-jobs/{id}/frames</c>.</summary>
internal static class RecordMachineFramesEndpoint
{
    /// <summary>The body.</summary>
    public sealed record FramesBody(Guid StationId, IReadOnlyList<MachineFrame> Frames);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs/{id:guid}/frames", HandleAsync)
        .Named("recordMachineFrames", "Keep frames between a station and its machine with the job, up to 500 of 64 KiB together")
        .Requires(AccessPolicy.RunMarkingJobs)
        .Example(MarkingJobExamples.Frames)
        .Refuses(MarkingJobErrors.TooManyFrames, MarkingJobErrors.NotClaimed, MarkingJobErrors.OtherStation, MarkingJobErrors.WrongState,
            MarkingJobErrors.UnknownStation, "not-this-station");

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<FramesBody> body, WriteCall call, RecordMachineFramesHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RecordMachineFrames(id, body.Value.StationId, body.Value.Frames), call.Context, token);
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Claiming;

/// <summary><c>POST /marking-jobs/{id}/claims</c>.</summary>
internal static class ClaimMarkingJobEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="StationId">The station.</param>
    /// <param name="Until">Until when the station takes the job along for work without a network, 14 days at the most.</param>
    public sealed record ClaimBody(Guid StationId, DateTimeOffset? Until = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs/{id:guid}/claims", HandleAsync)
        .Named("claimMarkingJob", "Take a marking job for one station, or keep it longer")
        .Requires(AccessPolicy.RunMarkingJobs)
        .Example(new ClaimBody(MarkingJobExamples.Station))
        .Refuses(MarkingJobErrors.ClaimedAlready, MarkingJobErrors.OtherStation, MarkingJobErrors.WrongState, MarkingJobErrors.Paused.Name,
            MarkingJobErrors.UnknownStation, "not-this-station", FirearmErrors.Destroyed, FirearmErrors.Missing, FirearmErrors.Quarantined);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ClaimBody> body, WriteCall call, ClaimMarkingJobHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ClaimMarkingJob(id, body.Value.StationId, body.Value.Until), call.Context, token);
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Starting;

/// <summary><c>POST /marking-jobs/{id}/starts</c>: accepted once. The machine is told to go after the answer, never before and never again.</summary>
internal static class StartMarkingEndpoint
{
    /// <summary>The body.</summary>
    public sealed record StartBody(Guid StationId, PartialDate StartedOn);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs/{id:guid}/starts", HandleAsync)
        .Named("startMarking", "Record a start before the machine is told to go; accepted once")
        .Requires(AccessPolicy.RunMarkingJobs)
        .Example(new StartBody(MarkingJobExamples.Station, MarkingJobExamples.Day))
        .Refuses(MarkingJobErrors.StartedAlready, MarkingJobErrors.NotClaimed, MarkingJobErrors.OtherStation, MarkingJobErrors.LeaseOver.Name,
            MarkingJobErrors.WrongState, MarkingJobErrors.Paused.Name, MarkingJobErrors.UnknownStation, "not-this-station",
            FirearmErrors.Destroyed, FirearmErrors.Missing, FirearmErrors.Quarantined, FirearmErrors.ImpossibleDate);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<StartBody> body, WriteCall call, StartMarkingHandler handler, CancellationToken token) =>
        handler.HandleAsync(new StartMarking(id, body.Value.StationId, body.Value.StartedOn), call.Context, token);
}

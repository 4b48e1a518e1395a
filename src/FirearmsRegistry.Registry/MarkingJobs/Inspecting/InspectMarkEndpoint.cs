using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Inspecting;

/// <summary><c>POST /marking-jobs/{id}/inspections</c>.</summary>
internal static class InspectMarkEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Outcome">What is on the metal.</param>
    /// <param name="Photo">The SHA-256 of the photo.</param>
    /// <param name="InspectedOn">When.</param>
    /// <param name="Findings">What was seen; no personal data.</param>
    public sealed record InspectionBody(InspectionOutcome Outcome, PhotoHash Photo, PartialDate InspectedOn, Note Findings);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs/{id:guid}/inspections", HandleAsync)
        .Named("inspectMark", "Record what a person saw on an arm of which nobody knew whether it was marked, with a photo")
        .Requires(AccessPolicy.RunMarkingJobs)
        .Example(MarkingJobExamples.Inspection)
        .Refuses(MarkingJobErrors.WrongState, FirearmErrors.ImpossibleDate);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<InspectionBody> body, WriteCall call, InspectMarkHandler handler, CancellationToken token)
    {
        var seen = body.Value;
        return handler.HandleAsync(new InspectMark(id, seen.Outcome, seen.Photo, seen.InspectedOn, seen.Findings), call.Context, token);
    }
}

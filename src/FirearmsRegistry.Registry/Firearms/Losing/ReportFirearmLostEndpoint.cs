using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.Losing;

/// <summary><c>POST /firearms/{id}/losses</c>.</summary>
internal static class ReportFirearmLostEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ReportFirearmLostRequest(
        LossKind Kind, Known<PartialDate> OccurredOn, PartialDate ReportedOn, ShortText Report, Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<FirearmAnswer, FirearmDetails>("/firearms/{id:guid}/losses", HandleAsync)
        .Named("reportFirearmLost", "Report a firearm lost, stolen or unlawfully transferred")
        .Requires(AccessPolicy.RecordFirearms)
        .Example(new ReportFirearmLostRequest(LossKind.Stolen, Known<PartialDate>.Unknown, FirearmExamples.Day, FirearmExamples.Reference("Police report 2020/88")))
        .Refuses(ReportFirearmLost.AlreadyReported, FirearmErrors.IdTaken, FirearmErrors.ImpossibleDate, FirearmErrors.Destroyed);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ReportFirearmLostRequest> body, WriteCall call, ReportFirearmLostHandler handler, CancellationToken token)
    {
        var request = body.Value;
        return handler.HandleAsync(
            new ReportFirearmLost(id, request.Id ?? Guid.CreateVersion7(call.Context.Now), request.Kind, request.OccurredOn, request.ReportedOn,
                request.Report),
            call.Context, token);
    }
}

using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.ReadingBack;

/// <summary><c>POST /marking-jobs/{id}/readings</c>.</summary>
internal static class ReadMarkBackEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="StationId">The station.</param>
    /// <param name="KeyedText">The text as the operator keyed it from the metal.</param>
    /// <param name="ReadOn">When.</param>
    /// <param name="Payload">The bytes that the camera read, in hexadecimal; left out where the order has no symbol.</param>
    /// <param name="Picture">The SHA-256 of the camera's picture.</param>
    /// <param name="Grade">The symbol's grade.</param>
    /// <param name="ConfirmedDistinct">Why the firearm is another one than those that the mark's serial makes it look like.</param>
    public sealed record ReadingBody(
        Guid StationId, MarkText KeyedText, PartialDate ReadOn, HexBytes? Payload = null, PhotoHash? Picture = null, SymbolGrade? Grade = null,
        Note? ConfirmedDistinct = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs/{id:guid}/readings", HandleAsync)
        .Named("readMarkBack", "Record what was read from the metal; verified only where nothing differs from the order")
        .Requires(AccessPolicy.RunMarkingJobs)
        .Example(MarkingJobExamples.Reading)
        .Refuses(
        [
            MarkingJobErrors.WrongState, MarkingJobErrors.OtherStation, MarkingJobErrors.MarkUnknown.Name, MarkingJobErrors.PayloadMissing,
            MarkingJobErrors.OrderDoesNotFit, MarkingJobErrors.UnknownStation, "not-this-station", FirearmErrors.ImpossibleDate,
            FirearmErrors.Destroyed, FirearmErrors.Quarantined, FirearmErrors.BreaksPolicy, FirearmErrors.LookAlike,
            .. NationalNumberMark.Refusals,
        ]);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ReadingBody> body, WriteCall call, ReadMarkBackHandler handler, CancellationToken token)
    {
        var read = body.Value;
        return handler.HandleAsync(
            new ReadMarkBack(id, read.StationId, read.Payload, read.KeyedText, read.ReadOn, read.Picture, read.Grade, read.ConfirmedDistinct), call.Context, token);
    }
}

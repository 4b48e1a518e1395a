using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Ordering;

/// <summary><c>POST /marking-jobs</c>.</summary>
internal static class OrderMarkingEndpoint
{
    /// <summary>The refusals of an order, alone or in a batch.</summary>
    public static readonly string[] Refusals =
    [
        MarkingJobErrors.OrderDoesNotFit, MarkingJobErrors.OpenAlready, MarkingJobErrors.UnknownStation, MarkingJobErrors.UnknownSeries,
        MarkingJobErrors.NoAuthority.Name, NumberErrors.UnknownFirearm, NumberErrors.SeriesExhausted, FirearmErrors.BreaksPolicy,
        FirearmErrors.LookAlike, FirearmErrors.Destroyed, FirearmErrors.Missing, FirearmErrors.Quarantined, FirearmErrors.IdTaken,
        FirearmErrors.ImpossibleDate,
    ];

    /// <summary>The body.</summary>
    /// <param name="FirearmId">The firearm.</param>
    /// <param name="Mark">The mark.</param>
    /// <param name="Layout">The layout stored in the machine.</param>
    /// <param name="Payload">What the symbol beside the text holds.</param>
    /// <param name="SeriesId">The series from which a national number is reserved.</param>
    /// <param name="Number">A national number that was issued already, instead of a series.</param>
    /// <param name="StationId">The station that is to do it; any where it is left out.</param>
    /// <param name="Id">The job's id; given by the registry where left out.</param>
    /// <param name="ConfirmedDistinct">Why the firearm is another one than those that the mark's serial makes it look like.</param>
    public sealed record OrderMarkingBody(
        Guid FirearmId,
        OrderedMark Mark,
        ShortText Layout,
        PayloadKind Payload = PayloadKind.None,
        Guid? SeriesId = null,
        NationalNumber? Number = null,
        Guid? StationId = null,
        Guid? Id = null,
        Note? ConfirmedDistinct = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<MarkingJobAnswer, MarkingJobDetails>("/marking-jobs", HandleAsync)
        .Named("orderMarking", "Order one mark for one firearm; a national number is reserved with it")
        .Requires(AccessPolicy.OrderMarks)
        .Example(MarkingJobExamples.Order)
        .Refuses([.. Refusals, MarkingJobErrors.NumberInJob, MarkingJobErrors.NumberLent, .. NationalNumberMark.Refusals]);

    private static Task<Result<Written>> HandleAsync(
        Body<OrderMarkingBody> body, WriteCall call, OrderMarkingHandler handler, CancellationToken token)
    {
        var (order, now) = (body.Value, call.Context.Now);
        return handler.HandleAsync(
            new OrderMarking(order.Id ?? Guid.CreateVersion7(now), Guid.CreateVersion7(now), order.FirearmId, order.Mark, order.Layout,
                order.Payload, order.SeriesId, order.Number, order.StationId, ConfirmedDistinct: order.ConfirmedDistinct),
            call.Context, token);
    }
}

/// <summary>Carries out <see cref="OrderMarking"/>.</summary>
internal sealed class OrderMarkingHandler(RegistryWriter writer, MarkingOrders orders, JobOffers offers)
{
    public async Task<Result<Written>> HandleAsync(OrderMarking command, CommandContext context, CancellationToken token)
    {
        if ((await orders.StageAsync(writer.Session, [command], context.Now, token)).Refused(out var refusal, out var counts))
            return refusal;
        var written = await writer.CommitAsync(
            new Written(true, MarkingJobWriting.PathOf(command.JobId), command.JobId, counts[0]), context, token);
        offers.Announce();
        return written;
    }
}

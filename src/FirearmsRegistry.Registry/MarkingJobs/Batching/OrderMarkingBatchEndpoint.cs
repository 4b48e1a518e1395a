using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs.Ordering;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Batching;

/// <summary><c>POST /marking-batches</c>.</summary>
internal static class OrderMarkingBatchEndpoint
{
    /// <summary>The most firearms of one batch, a barracks': they are ordered in one transaction, all or none.</summary>
    public const int Most = 1000;

    /// <summary>The body: the same mark for every firearm, each with a number of its own where it is a national number.</summary>
    /// <param name="Name">What people call the batch.</param>
    /// <param name="FirearmIds">The firearms, in the order in which they are marked; 1 to 1,000.</param>
    /// <param name="Mark">The mark.</param>
    /// <param name="Layout">The layout stored in the machine.</param>
    /// <param name="Payload">What the symbol beside the text holds.</param>
    /// <param name="SeriesId">The series from which national numbers are reserved.</param>
    /// <param name="StationId">The station that is to do them; any where it is left out.</param>
    /// <param name="Id">The batch's id; given by the registry where left out.</param>
    public sealed record OrderMarkingBatchBody(
        ShortText Name,
        IReadOnlyList<Guid> FirearmIds,
        OrderedMark Mark,
        ShortText Layout,
        PayloadKind Payload = PayloadKind.None,
        Guid? SeriesId = null,
        Guid? StationId = null,
        Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<MarkingBatchAnswer, MarkingBatchDetails>("/marking-batches", HandleAsync)
        .Named("orderMarkingBatch", "Order the same mark for several firearms, each with a number of its own")
        .Requires(AccessPolicy.OrderMarks)
        .Example(MarkingJobExamples.Batch)
        .Refuses([.. OrderMarkingEndpoint.Refusals, MarkingJobErrors.ArmsUnfit]);

    /// <summary>The orders of the batch, or why it is none.</summary>
    public static Result<IReadOnlyList<OrderMarking>> OrdersOf(OrderMarkingBatchBody batch, Guid batchId, DateTimeOffset now)
    {
        if (batch.FirearmIds.Count is 0 or > Most)
        {
            return Refusal.Input(new InputError("/firearmIds", string.Create(CultureInfo.InvariantCulture, $"{batch.FirearmIds.Count} ids"),
                string.Create(CultureInfo.InvariantCulture, $"Must name 1 to {Most} firearms.")));
        }

        if (batch.FirearmIds.Index().GroupBy(each => each.Item).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return Refusal.Input(new InputError(string.Create(CultureInfo.InvariantCulture, $"/firearmIds/{twice.Last().Index}"),
                twice.Key.ToString(), "The same firearm stands twice."));
        }

        // One millisecond apart, so that the order of the ids is the order of the batch.
        return Result.Of<IReadOnlyList<OrderMarking>>([.. batch.FirearmIds.Select((firearm, index) => new OrderMarking(
            Guid.CreateVersion7(now.AddMilliseconds(index)), Guid.CreateVersion7(now), firearm, batch.Mark, batch.Layout, batch.Payload,
            batch.SeriesId, null, batch.StationId, batchId))]);
    }

    private static async Task<Result<Written>> HandleAsync(
        Body<OrderMarkingBatchBody> body, WriteCall call, RegistryWriter writer, MarkingOrders orders, JobOffers offers, CancellationToken token)
    {
        var batch = body.Value;
        var id = batch.Id ?? Guid.CreateVersion7(call.Context.Now);
        if (OrdersOf(batch, id, call.Context.Now).Refused(out var refusal, out var jobs))
            return refusal;
        if ((await orders.StageAsync(writer.Session, jobs, call.Context.Now, token)).Refused(out refusal, out _))
            return refusal;
        var written = await writer.CreateAsync<MarkingBatch>(id, $"/api/v1/marking-batches/{id}",
            [new MarkingBatchOrdered(batch.Name, [.. jobs.Select(job => job.JobId)], batch.StationId)], call.Context, token);
        offers.Announce();
        return written;
    }
}

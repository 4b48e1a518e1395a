using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs.Batching;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.ListingBatches;

/// <summary>A batch in a list.</summary>
/// <param name="Id">The batch's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="StationId">The station that is to do it; any where it is null.</param>
/// <param name="OrderedAt">When it was ordered.</param>
/// <param name="Paused">Whether its jobs wait.</param>
/// <param name="Progress">How many of its jobs stand where.</param>
public sealed record MarkingBatchLine(Guid Id, ShortText Name, Guid? StationId, DateTimeOffset OrderedAt, bool Paused, BatchProgress Progress);

/// <summary><c>GET /marking-batches</c>.</summary>
internal static class ListMarkingBatches
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<MarkingBatchLine>>("/marking-batches", HandleAsync)
        .Named("listMarkingBatches", "The batches with their progress, the newest first")
        .Requires(AccessPolicy.ReadMarkingJobs);

    private static async Task<IResult> HandleAsync(
        PageRequest page, BatchRows rows, IQuerySession session, HttpContext http, CancellationToken token)
    {
        Guid? before = null;
        if (page.After is { } position)
        {
            if (!Guid.TryParse(position, out var given))
                return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
            before = given;
        }

        var newest = await rows.NewestAsync(before, page.Limit + 1, token);
        var batches = (await session.LoadManyAsync<MarkingBatch>(token, [.. newest.Select(each => each.Id)])).ToDictionary(batch => batch.Id);
        return Resources.Of(Page<MarkingBatchLine>.Of(
            [.. newest.Where(each => batches.ContainsKey(each.Id)).Select(each => LineOf(batches[each.Id], each.Progress))], page.Limit, line => line.Id.ToString()));
    }

    private static MarkingBatchLine LineOf(MarkingBatch batch, BatchProgress progress) =>
        new(batch.Id, batch.Name, batch.StationId, batch.OrderedAt, batch.Paused, progress);
}

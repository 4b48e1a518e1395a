using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Batching;

/// <summary><c>GET /marking-batches/{id}</c> and <c>GET /marking-batches/{id}/report</c>.</summary>
internal static class GetMarkingBatch
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<MarkingBatchDetails>("/marking-batches/{id:guid}", DetailsAsync)
            .Named("getMarkingBatch", "A batch as it stands, with its progress per unit")
            .Requires(AccessPolicy.ReadMarkingJobs);
        routes.MapRead<MarkingBatchReport>("/marking-batches/{id:guid}/report", ReportAsync)
            .Named("getMarkingBatchReport", "What came of a batch: verified, void numbers with their reasons, arms in quarantine")
            .Requires(AccessPolicy.ReadMarkingJobs);
    }

    private static async Task<IResult> DetailsAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<MarkingBatch>(id, token) is { } batch
            ? Resources.Of(http, MarkingBatchDetails.Of(batch, await JobDetailsList.LoadAsync(session, batch.JobIds, token)), batch.Version)
            : ProblemDocuments.From(Refusal.NotFound(MarkingJobErrors.Batch, id), http);

    private static async Task<IResult> ReportAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<MarkingBatch>(id, token) is { } batch
            ? Resources.Of(MarkingBatchReport.Of(batch, await JobDetailsList.LoadAsync(session, batch.JobIds, token)))
            : ProblemDocuments.From(Refusal.NotFound(MarkingJobErrors.Batch, id), http);
}

/// <summary>Answers writes with the batch as it stands.</summary>
internal sealed class MarkingBatchAnswer(IQuerySession session) : IResourceAnswer<MarkingBatchDetails>
{
    public async Task<MarkingBatchDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<MarkingBatch>(id, token) is { } batch
            ? MarkingBatchDetails.Of(batch, await JobDetailsList.LoadAsync(session, batch.JobIds, token))
            : null;
}

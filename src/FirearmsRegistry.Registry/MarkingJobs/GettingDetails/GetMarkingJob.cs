using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.GettingDetails;

/// <summary><c>GET /marking-jobs/{id}</c>: a job as it stands, or as it was known at a moment.</summary>
internal static class GetMarkingJob
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<MarkingJobDetails>("/marking-jobs/{id:guid}", HandleAsync)
        .Named("getMarkingJob", "A marking job as it stands, or as it was known at a moment")
        .Requires(AccessPolicy.ReadMarkingJobs);

    private static async Task<IResult> HandleAsync(
        Guid id, AsKnownAt asKnownAt, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var details = asKnownAt.Moment is { } moment
            ? await session.Events.AggregateStreamAsync<MarkingJobDetails>(id, timestamp: moment, token: token)
            : await session.LoadAsync<MarkingJobDetails>(id, token);
        // The id of another record names a stream too; nothing of it makes a job.
        return details?.Mark is null
            ? ProblemDocuments.From(Refusal.NotFound(MarkingJobErrors.Job, id), http)
            : Resources.Of(http, details, details.Version);
    }
}

/// <summary>Answers writes with the job as it stands.</summary>
internal sealed class MarkingJobAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<MarkingJobDetails>
{
    public async Task<MarkingJobDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<MarkingJobDetails>(job => job.Id == id) ?? await session.LoadAsync<MarkingJobDetails>(id, token);
}

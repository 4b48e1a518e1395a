using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.GettingDetails;

/// <summary><c>GET /trace-requests/{id}</c>: a request as it stands, or as it was known at a moment.</summary>
internal static class GetTraceRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<TraceRequestDetails>("/trace-requests/{id:guid}", HandleAsync)
        .Named("getTraceRequest", "A trace request as it stands, or as it was known at a moment")
        .Requires(AccessPolicy.ReadTraces);

    private static async Task<IResult> HandleAsync(
        Guid id, AsKnownAt asKnownAt, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var details = asKnownAt.Moment is { } moment
            ? await session.Events.AggregateStreamAsync<TraceRequestDetails>(id, timestamp: moment, token: token)
            : await session.LoadAsync<TraceRequestDetails>(id, token);
        return details is null
            ? ProblemDocuments.From(Refusal.NotFound(TraceRequestErrors.Record, id), http)
            : Resources.Of(http, details, details.Version);
    }
}

/// <summary>Answers writes with the request as it stands.</summary>
internal sealed class TraceRequestAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<TraceRequestDetails>
{
    public async Task<TraceRequestDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<TraceRequestDetails>(request => request.Id == id) ?? await session.LoadAsync<TraceRequestDetails>(id, token);
}

using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining;

/// <summary><c>GET /trace-requests/{id}/chain</c>: the chain as the search built it, each hop with its legal basis and its record.</summary>
internal static class GetTraceChain
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Chain>("/trace-requests/{id:guid}/chain", HandleAsync)
        .Named("getTraceChain", "The chain of the traced arm, with its last legal record and point of diversion")
        .Requires(AccessPolicy.ReadTraces);

    private static async Task<IResult> HandleAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(id, token: token);
        if (request is null)
            return ProblemDocuments.From(Refusal.NotFound(TraceRequestErrors.Record, id), http);
        return request.Chain is { } chain
            ? Resources.Of(http, chain, request.Version)
            : ProblemDocuments.From(Refusal.NotFound("chain of a trace request", id), http);
    }
}

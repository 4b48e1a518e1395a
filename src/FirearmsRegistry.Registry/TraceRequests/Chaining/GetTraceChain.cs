using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining;

/// <summary>
/// <c>GET /trace-requests/{id}/chain</c>: the chain as the search built it, each hop with its legal basis and its record, and what it tells
/// beyond them, derived when it is read.
/// </summary>
internal static class GetTraceChain
{
    /// <summary>A chain with what it tells.</summary>
    /// <param name="Hops">Its stations in the order of their recording.</param>
    /// <param name="LastLegalRecord">The last record of a lawful holder before the intake; null where there is none.</param>
    /// <param name="PointOfDiversion">Where it left the licit circuit, or why that is not known.</param>
    /// <param name="Gaps">Where the register does not tell who had the arm; null, as what follows, where nobody knows when it came in.</param>
    /// <param name="DiversionInterval">The time in which it left the licit circuit.</param>
    /// <param name="TimesToCrime">Days from the last legal transfer, and from the first sale, to the intake; with the reason where not defined.</param>
    /// <param name="EarlierLosses">Earlier losses of the same arm.</param>
    public sealed record TraceChain(
        IReadOnlyList<ChainHop> Hops,
        LastLegalRecord? LastLegalRecord,
        PointOfDiversion PointOfDiversion,
        IReadOnlyList<ChainGap>? Gaps,
        DiversionInterval? DiversionInterval,
        IReadOnlyList<TimeToCrime>? TimesToCrime,
        IReadOnlyList<EarlierLoss>? EarlierLosses);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<TraceChain>("/trace-requests/{id:guid}/chain", HandleAsync)
        .Named("getTraceChain", "The chain of the traced arm, with its last legal record, point of diversion, gaps and time-to-crime")
        .Requires(AccessPolicy.ReadTraces);

    private static async Task<IResult> HandleAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var request = await session.Events.AggregateStreamAsync<TraceRequest>(id, token: token);
        if (request is null)
            return ProblemDocuments.From(Refusal.NotFound(TraceRequestErrors.Record, id), http);
        if (request.Chain is not { } chain)
            return ProblemDocuments.From(Refusal.NotFound("chain of a trace request", id), http);
        var findings = await TraceIntake.OnAsync(session, request, token) is { } intakeOn ? ChainFindings.Of(chain, intakeOn) : null;
        return Resources.Of(http, new TraceChain(chain.Hops, chain.LastLegalRecord, chain.PointOfDiversion, findings?.Gaps,
            findings?.DiversionInterval, findings?.TimesToCrime, findings?.EarlierLosses), request.Version);
    }
}

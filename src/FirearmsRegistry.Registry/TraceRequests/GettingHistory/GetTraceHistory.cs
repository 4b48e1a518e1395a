using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.GettingHistory;

/// <summary>One line of a request's history.</summary>
/// <param name="Version">The request's version after it.</param>
/// <param name="EventId">The record.</param>
/// <param name="What">The event's name.</param>
/// <param name="OccurredOn">When it happened, where that is not when it was recorded.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">The human behind it; for the job's records the one who filed the request.</param>
/// <param name="RecordedByName">The name of that person; the subject where the registry has no account of him.</param>
/// <param name="Data">What was recorded.</param>
public sealed record TraceHistoryLine(
    long Version, Guid EventId, string What, PartialDate? OccurredOn, DateTimeOffset RecordedAt, string? RecordedBy, string? RecordedByName,
    object Data);

/// <summary><c>GET /trace-requests/{id}/history</c>.</summary>
internal static class GetTraceHistory
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IReadOnlyList<TraceHistoryLine>>("/trace-requests/{id:guid}/history", HandleAsync)
        .Named("getTraceHistory", "What happened to a trace request: who, what, when")
        .Requires(AccessPolicy.ReadTraces);

    private static async Task<IResult> HandleAsync(
        Guid id, AsKnownAt asKnownAt, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        var exists = (await session.Events.FetchStreamStateAsync(id, token))?.AggregateType == typeof(TraceRequest);
        var events = exists ? await session.Events.FetchStreamAsync(id, timestamp: asKnownAt.Moment, token: token) : [];
        var names = await recorders.OfAsync(events, token);
        return events.Count == 0
            ? ProblemDocuments.From(Refusal.NotFound(TraceRequestErrors.Record, id), http)
            : Resources.Of<IReadOnlyList<TraceHistoryLine>>([.. events.Select(happened => Line(happened, names))]);
    }

    private static TraceHistoryLine Line(IEvent happened, RecorderNames names) => new(happened.Version, happened.Id, happened.EventTypeName,
        happened.Data switch
        {
            ForeignAnswerRecorded answer => answer.AnsweredOn,
            EstablishmentRecorded establishment => establishment.EstablishedOn,
            _ => null,
        },
        happened.Timestamp, happened.UserName, names.Of(happened), happened.Data);
}

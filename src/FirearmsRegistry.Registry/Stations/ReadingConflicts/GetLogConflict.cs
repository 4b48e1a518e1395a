using System.Text.Json;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.ReadingConflicts;

/// <summary>A conflict with the entry as the station wrote it, to be compared with the job and the firearm as the register has them.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Conflict">The conflict.</param>
/// <param name="FirearmId">The firearm that it is about, where the log or the register knows one.</param>
/// <param name="At">The time by the station's clock.</param>
/// <param name="UncertaintySeconds">How far that clock may be off, in seconds.</param>
/// <param name="Operator">The user id of the person at the station, whose key signs the entry.</param>
/// <param name="Told">What the entry tells: the body of the REST call that does the same with a network.</param>
public sealed record LogConflictDetails(
    Guid StationId, LogConflict Conflict, Guid? FirearmId, DateTimeOffset At, double UncertaintySeconds, string Operator, JsonElement Told);

/// <summary><c>GET /stations/{id}/log-conflicts/{counter}</c>, settled or not.</summary>
internal static class GetLogConflict
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<LogConflictDetails>("/stations/{id:guid}/log-conflicts/{counter:long}", HandleAsync)
        .Named("getLogConflict", "What a station's log tells and the register cannot accept, as the station wrote it")
        .Requires(AccessPolicy.ReadMarkingJobs);

    private static async Task<IResult> HandleAsync(Guid id, long counter, StationLogRows rows, HttpContext http, CancellationToken token)
    {
        if (await rows.RangeAsync(id, counter, counter, token) is not [{ Conflict: { } conflict }]
            || await rows.ContentAsync(id, counter, token) is not { } content
            || !StationLogEntry.Parse(content).TryGet(out var entry, out _))
        {
            return ProblemDocuments.From(Refusal.NotFound("log conflict", counter), http);
        }

        var firearm = conflict.MarkingJobId is { } job ? await rows.FindFirearmAsync(job, token) : null;
        return Resources.Of(new LogConflictDetails(
            id, conflict, firearm, entry.At, entry.UncertaintySeconds, entry.Operator, entry.Body));
    }
}
